/// A stylesheet for a shadow root: the bundler resolves its imports, minifies it
/// and hands it over as text.
declare module "*.shadow.css" {
  const css: string;
  export default css;
}
