import type { Category } from "../../judge.ts";
import type { Lexicon } from "../lexicon.ts";
import { gambling } from "./gambling.ts";
import { gossip } from "./gossip.ts";
import { harassment } from "./harassment.ts";
import { hate } from "./hate.ts";
import { jobHunting } from "./job-hunting.ts";
import { politics } from "./politics.ts";
import { religion } from "./religion.ts";
import { sale } from "./sale.ts";
import { sexual } from "./sexual.ts";
import { smallTalk } from "./small-talk.ts";
import { spam } from "./spam.ts";

export const french: Readonly<Record<Category, Lexicon>> = {
  harassment,
  hate,
  sexual,
  spam,
  gambling,
  sale,
  politics,
  religion,
  "job-hunting": jobHunting,
  gossip,
  "small-talk": smallTalk,
};
