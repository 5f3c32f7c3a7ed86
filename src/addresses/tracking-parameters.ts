/**
 * Parameters of addresses that say how a reader came to a page, not which page it is. The names, in lower case, are those
 * that browsers take out: Brave's query filter (brave-core, components/query_filter) and Firefox's query parameter
 * stripping (Remote Settings, "query-stripping").
 */
const EVERYWHERE = new Set(
  `__hsfp __hssc __hstc __s _bhlid _branch_match_id _branch_referrer _gl _hsenc _hsmi _kx _openstat at_recipient_id
   at_recipient_list bbeml bsft_clkid bsft_uid dclid et_rid fb_action_ids fb_comment_id fbclid gclid guce_referrer
   guce_referrer_sig hsctatracking irclickid mc_eid ml_subscriber ml_subscriber_hash msclkid mtm_cid oft_c oft_ck oft_d
   oft_id oft_ids oft_k oft_lk oft_sk oly_anon_id oly_enc_id pk_cid rb_clickid s_cid sc_customer sc_eh sc_uid srsltid
   ss_email_id twclid unicorn_click_id vero_conv vero_id vgo_ee wbraid wickedid yclid ymclid ysclid mkt_tok`.split(
    /\s+/,
  ),
);

/** Of the same kind, as the manuals of Google, Matomo, TikTok, Mailchimp, Adobe, AT Internet and news sites describe them. */
const ALSO = new Set(
  `_ga gclsrc gbraid gad_source gad_campaignid ttclid li_fat_id mc_cid guccounter cmp cmpid cmpref ocid ncid smid smtyp
   s_campaign sc_cid scid igshid ref_src ref_url sourceref source_ref usqp`.split(/\s+/),
);

/** Families: Google's and Urchin's, Matomo's, AT Internet's, the AMP caches', HubSpot's ads. */
const FAMILIES = /^(?:utm|mtm|pk|piwik|at|amp|hsa|itm)_/;

/** Parameters that tell nothing on these sites, and may tell which page it is elsewhere. By registered domain. */
const OF_SITES: Readonly<Record<string, ReadonlySet<string>>> = {
  'instagram.com': new Set(['igsh']),
  'twitter.com': new Set(['s', 't']),
  'x.com': new Set(['s', 't']),
  'youtube.com': new Set(['si', 'feature']),
  'youtu.be': new Set(['si', 'feature']),
  'nytimes.com': new Set(['_r', 'hp', 'partner', 'emc', 'pagewanted']),
  'theguardian.com': new Set(['ref']),
};

/**
 * Whether a parameter of an address only says how a reader came.
 *
 * @param domain the registered domain of the address; null when it has none
 */
export function isTracking(name: string, domain: string | null): boolean {
  const folded = name.toLowerCase();
  if (EVERYWHERE.has(folded) || ALSO.has(folded) || FAMILIES.test(folded)) return true;
  return domain !== null && (OF_SITES[domain]?.has(folded) ?? false);
}
