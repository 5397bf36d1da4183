/** Where what a credential speaks of is found. Signed into credentials: these never change. Pure. */

/** The page of a certificate, and the id of its credential. */
export const shareUrl = (baseUrl: string, certificate: string) => `${baseUrl}/certificates/${certificate}`
export const credentialUrl = (baseUrl: string, certificate: string) => `${shareUrl(baseUrl, certificate)}/credential.json`
/** @param module slug of a module, or id of the course */
export const achievementUrl = (baseUrl: string, module: string) => `${baseUrl}/achievements/${module}`
export const indicatorUrl = (baseUrl: string, indicator: string) => `${baseUrl}/framework#${indicator}`
export const statusListUrl = (baseUrl: string, list: number) => `${baseUrl}/credentials/status/${list}`
export const logoUrl = (baseUrl: string) => `${baseUrl}/issuer/logo.png`
