/** Whether this browser is in a cohort, as a cookie of the site says (app/api/me/hint-cookie.ts). Small: pages for everybody carry it. */
export const hasHint = (): boolean => /(?:^|; )cg_cohort=1/.test(document.cookie)
