/** Providers for private persons in many countries: the name, under any ending of at most two parts. */
const worldwide =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|gmx|aol)\.[a-z]{2,4}(?:\.[a-z]{2})?$/;
/** Providers by their whole domain, since the same name under another ending is the company itself ("orange.com"). */
const providers: ReadonlySet<string> = new Set(
  (
    "icloud.com me.com mac.com mail.com email.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io fastmail.com " +
    "hushmail.com yandex.com yandex.ru mail.ru qq.com 163.com naver.com " +
    "orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aliceadsl.fr club-internet.fr cegetel.net " +
    "noos.fr voila.fr skynet.be telenet.be proximus.be bluewin.ch hispeed.ch sunrise.ch pt.lu " +
    "web.de t-online.de freenet.de libero.it virgilio.it tiscali.it alice.it ziggo.nl kpnmail.nl telefonica.net sapo.pt wp.pl " +
    "onet.pl interia.pl o2.pl seznam.cz centrum.cz abv.bg ukr.net " +
    "btinternet.com btopenworld.com virginmedia.com sky.com talktalk.net ntlworld.com eircom.net " +
    "comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net earthlink.net videotron.ca sympatico.ca telus.net shaw.ca " +
    "bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br"
  ).split(" "),
);

/** Whether a host is a mail provider for private persons. Company addresses stand on signatures and business cards. */
export function isPrivateDomain(host: string): boolean {
  const lower = host.toLowerCase().replace(/[.-]+$/, "");
  return providers.has(lower) || worldwide.test(lower);
}
