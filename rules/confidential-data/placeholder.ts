const named =
  /example|exemple|placeholder|changeme|change_me|dummy|redacted|masqu|your[-_]|votre[-_]|^your|^votre|(?<![a-z])(?:null|none|undefined|true|false|string|xxx+|todo|tbd|foo|bar|foobar)(?![a-z])/i;
const standsFor = /^(?:pass(?:word|wd)?|pwd|pw|secret|token|key|motdepasse|mot_de_passe|mdp|user|username)$/i;
const shaped = /^[<{[$%(]|^#\{|\*{2}|•{2}|x{4}|X{4}|…|\.{3}|^(.)\1+$|\$\{|\{\{|process\.env|environ|getenv|\(/;

/** Whether a value only stands for another: a mask, a variable, a word for what should be there. */
export const isPlaceholder = (value: string): boolean =>
  standsFor.test(value) || named.test(value) || shaped.test(value);
