/// Which page this is, for what is kept of it. A document that holds several pages
/// says in its main element which one it shows; one that several people use, as in
/// a learning system, says for whom it keeps.
export function place(): string {
  const page = document.querySelector<HTMLElement>("main[data-page]")?.dataset["page"];
  const learner = document.documentElement.dataset["learner"];
  return location.pathname + (page ? `#${page}` : "") + (learner ? `@${learner}` : "");
}
