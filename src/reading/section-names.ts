/**
 * What sections are called whose contents are read in their own way. Gathered from the appendix names of Wikipedia's
 * Manual of Style (Layout) and its German, French and Spanish counterparts, the landmarks and comment forms of common publishing systems, and newspaper sites.
 */
export type SectionRole = 'references' | 'further reading' | 'questions' | 'glossary' | 'summary' | 'boilerplate';

const NAMES: Record<SectionRole, RegExp> = {
  references:
    /^(?:(?:list of |cited |our |selected |key )?(?:references|sources|notes|footnotes|endnotes|citations|bibliography|works cited|literature(?: cited)?)|(?:notes|sources|citations|references) (?:and|&) (?:notes|references|sources|citations|footnotes|further reading)|einzelnachweise|quellen(?:angaben|nachweise)?|belege|anmerkungen|fußnoten|literaturverzeichnis|références|notes et références|bibliographie|referencias|notas(?: y referencias)?|bibliografía|reference list|source list|sources cited|references cited|sources consulted)$/,
  'further reading':
    /^(?:further reading|external links|see also|literatur|weblinks|siehe auch|voir aussi|articles connexes|liens externes|véase también|enlaces externos|additional reading|related links|resources|more information)$/,
  questions:
    /(?:^|\W)(?:faqs?|frequently asked questions|common questions|questions (?:and|&) answers|questions people ask|q ?& ?a|reader questions|your questions)(?:\W|$)/,
  glossary:
    /(?:^|\W)(?:glossary|definitions|terminology|key terms|terms explained|vocabulary|terms (?:used|to know)|jargon)(?:\W|$)/,
  summary:
    /^(?:tl;?dr|key (?:points|takeaways|facts|findings)|at a glance|in brief|summary|executive summary|overview|highlights|the short version|quick (?:facts|summary)|takeaways|bottom line|abstract)$/,
  boilerplate:
    /^(?:(?:about )?(?:the )?authors?|about (?:us|me|the writers?)|written by|leave a (?:reply|comment)|post a comment|(?:(?:there (?:is|are) )?\d+ )?comments?|join the (?:conversation|discussion)|related(?: (?:posts?|articles?|stories|reading|content))?|more (?:from|stories|like this|on this)\b.*|you (?:may|might) also like|recommended(?: for you)?|(?:what to )?read (?:next|more)|(?:keep|continue) reading|up next|top stories|latest (?:posts|articles|news|stories)|editors'? picks|from the (?:archives?|blog)|(?:our )?newsletter|subscribe\b.*|sign up\b.*|share(?: this(?: \w+)?)?|follow us|contact(?: us)?|advertisement|sponsored|tags|categories|navigation(?: menu)?|menu|site map|search|cookie\b.*|privacy\b.*|recent (?:posts|comments)|popular|trending|most read|stay (?:informed|updated|in touch|connected)|post navigation|table of contents|contents|on this page|in this article)$/,
};

/** Whether a heading names a section of that kind. */
export function isSectionOf(role: SectionRole, heading: string): boolean {
  const name = heading
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[\s\d.):#]+|[\s:.!…]+$/g, '')
    .trim();
  return name.length <= 80 && NAMES[role].test(name);
}
