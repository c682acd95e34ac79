/// For pages that are rendered on a server: there is no element there, and none is
/// needed, as the tag around a `<pre>` is plain HTML until a browser has it.
export class AwaitGo {
  static engineBase = null;
}
