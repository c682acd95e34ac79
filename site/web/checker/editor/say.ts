/// What the editor says of a program that was checked.
import { checker as english } from "../../../language/en.json";
import { speaker } from "../../language/speaker.ts";

export const say = speaker("checker", english);
