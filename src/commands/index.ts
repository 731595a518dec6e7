import type { Command } from "../core/command.ts";
import { audience } from "./audience.ts";
import { audiences } from "./audiences.ts";
import { caseCommand } from "./case.ts";
import { cases } from "./cases.ts";
import { charter } from "./charter.ts";
import { check } from "./check.ts";
import { contest } from "./contest.ts";
import { except } from "./except.ts";
import { exceptions } from "./exceptions.ts";
import { help } from "./help.ts";
import { holidays } from "./holidays.ts";
import { hours } from "./hours.ts";
import { language } from "./language.ts";
import { later } from "./later.ts";
import { me } from "./me.ts";
import { organisation } from "./organisation.ts";
import { pause } from "./pause.ts";
import { report } from "./report.ts";
import { rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { set } from "./set.ts";
import { show } from "./show.ts";
import { sign } from "./sign.ts";
import { space } from "./space.ts";
import { stage } from "./stage.ts";
import { status } from "./status.ts";
import { steward } from "./steward.ts";
import { term } from "./term.ts";
import { why } from "./why.ts";

/** Every command there is, in the order of help: everybody's, then the stewards', then the admins'. */
export const commands: readonly Command[] = [
  charter,
  show,
  check,
  why,
  contest,
  report,
  sign,
  me,
  hours,
  later,
  language,
  exceptions,
  status,
  cases,
  caseCommand,
  audiences,
  rules,
  rule,
  audience,
  except,
  holidays,
  organisation,
  pause,
  set,
  space,
  stage,
  steward,
  term,
  help,
];
