/// What a page says about itself being kept.
import { offline as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("offline", english);
