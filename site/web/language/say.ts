/// What the element's script says, and every page with it. Parts that are loaded later
/// have a `say` of their own: see speaker.ts.
import { script as english } from "../../language/en.json";
import { speaker } from "./speaker.ts";

export const say = speaker("script", english);
