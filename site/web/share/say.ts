/// What is said about programs in links.
import { share as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("share", english);
