/**
 * What Open Badges 3.0 asks of an AchievementCredential on VC Data Model 2.0, written down for tests from the data model of the
 * specification (its section “Data Models”): what must be there, of which type, and which words are allowed. It stands in for 1EdTech's
 * own file, which tests cannot fetch. https://www.imsglobal.org/spec/ob/v3p0/#data-models
 */
export const achievementCredentialSchemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

const uri = { type: 'string', format: 'uri' }
const text = { type: 'string', minLength: 1 }
const time = { type: 'string', format: 'date-time' }
/** one string, or several of which one is this */
const typed = (name: string) => ({
  anyOf: [{ const: name }, { type: 'array', minItems: 1, items: { type: 'string' }, contains: { const: name } }],
})
const oneOrMore = (schema: object) => ({ anyOf: [schema, { type: 'array', minItems: 1, items: schema }] })
const wordOrExtension = (...words: string[]) => ({ anyOf: [{ enum: words }, { type: 'string', pattern: '^ext:[a-z|A-Z|0-9|.|\\-|_]+' }] })

const image = {
  type: 'object',
  required: ['id', 'type'],
  properties: { id: uri, type: { const: 'Image' }, caption: { type: 'string' } },
  additionalProperties: false,
}

const identityObject = {
  type: 'object',
  required: ['type', 'hashed', 'identityHash', 'identityType'],
  properties: {
    type: { const: 'IdentityObject' },
    hashed: { type: 'boolean' },
    identityHash: text,
    identityType: wordOrExtension(
      'name',
      'sourcedId',
      'systemId',
      'productId',
      'userName',
      'accountId',
      'emailAddress',
      'nationalIdentityNumber',
      'isbn',
      'issn',
      'lisSourcedId',
      'oneRosterSourcedId',
      'sisSourcedId',
      'ltiContextId',
      'ltiDeploymentId',
      'ltiToolId',
      'ltiPlatformId',
      'ltiUserId',
      'identifier',
    ),
    salt: { type: 'string' },
  },
  // what is called hashed is a hash
  if: { properties: { hashed: { const: true } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { properties: { identityHash: { type: 'string', pattern: '^(?:sha256|md5)\\$[0-9A-Fa-f]+$' } } },
  additionalProperties: false,
}

const alignment = {
  type: 'object',
  required: ['type', 'targetName', 'targetUrl'],
  properties: {
    type: typed('Alignment'),
    targetCode: { type: 'string' },
    targetDescription: { type: 'string' },
    targetName: text,
    targetFramework: { type: 'string' },
    targetType: wordOrExtension(
      'ceasn:Competency',
      'ceterms:Credential',
      'CFItem',
      'CFRubric',
      'CFRubricCriterion',
      'CFRubricCriterionLevel',
      'CTDL',
    ),
    targetUrl: uri,
  },
}

const profile = {
  type: 'object',
  required: ['id', 'type'],
  properties: {
    id: uri,
    type: typed('Profile'),
    name: text,
    url: uri,
    phone: { type: 'string' },
    description: { type: 'string' },
    image,
    email: { type: 'string', format: 'email' },
    official: { type: 'string' },
  },
}

const achievement = {
  type: 'object',
  required: ['id', 'type', 'criteria', 'description', 'name'],
  properties: {
    id: uri,
    type: typed('Achievement'),
    alignment: { type: 'array', items: alignment },
    achievementType: wordOrExtension(
      'Achievement',
      'ApprenticeshipCertificate',
      'Assessment',
      'Assignment',
      'AssociateDegree',
      'Award',
      'Badge',
      'BachelorDegree',
      'Certificate',
      'CertificateOfCompletion',
      'Certification',
      'CommunityService',
      'Competency',
      'Course',
      'CoCurricular',
      'Degree',
      'Diploma',
      'DoctoralDegree',
      'Fieldwork',
      'GeneralEducationDevelopment',
      'JourneymanCertificate',
      'LearningProgram',
      'License',
      'Membership',
      'ProfessionalDoctorate',
      'QualityAssuranceCredential',
      'MasterCertificate',
      'MasterDegree',
      'MicroCredential',
      'ResearchDoctorate',
      'SecondarySchoolDiploma',
    ),
    creator: profile,
    creditsAvailable: { type: 'number' },
    criteria: { type: 'object', properties: { id: uri, narrative: { type: 'string' } }, minProperties: 1 },
    description: text,
    fieldOfStudy: { type: 'string' },
    humanCode: { type: 'string' },
    image,
    inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
    name: text,
    tag: { type: 'array', items: { type: 'string' } },
    version: { type: 'string' },
  },
}

const subject = {
  type: 'object',
  required: ['type', 'achievement'],
  properties: {
    id: uri,
    type: typed('AchievementSubject'),
    activityEndDate: time,
    activityStartDate: time,
    creditsEarned: { type: 'number' },
    achievement,
    identifier: { type: 'array', items: identityObject },
    image,
    narrative: { type: 'string' },
  },
}

const evidence = {
  type: 'object',
  required: ['type'],
  properties: {
    id: uri,
    type: typed('Evidence'),
    narrative: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    genre: { type: 'string' },
    audience: { type: 'string' },
  },
}

export const achievementCredentialSchema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  $id: achievementCredentialSchemaUrl,
  type: 'object',
  required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
  properties: {
    '@context': {
      type: 'array',
      minItems: 2,
      items: { anyOf: [uri, { type: 'object' }] },
      allOf: [
        { contains: { const: 'https://www.w3.org/ns/credentials/v2' } },
        { contains: { type: 'string', pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.0\\.\\d\\.json$' } },
      ],
    },
    id: uri,
    type: {
      type: 'array',
      items: { type: 'string' },
      allOf: [{ contains: { const: 'VerifiableCredential' } }, { contains: { enum: ['AchievementCredential', 'OpenBadgeCredential'] } }],
    },
    name: text,
    description: { type: 'string' },
    image,
    awardedDate: time,
    credentialSubject: subject,
    evidence: { type: 'array', items: evidence },
    issuer: profile,
    validFrom: time,
    validUntil: time,
    proof: oneOrMore({ type: 'object', required: ['type'], properties: { type: text, proofPurpose: text, verificationMethod: uri } }),
    credentialSchema: oneOrMore({
      type: 'object',
      required: ['id', 'type'],
      properties: { id: uri, type: text },
    }),
    credentialStatus: oneOrMore({ type: 'object', required: ['type'], properties: { id: uri, type: text } }),
    refreshService: { type: 'object', required: ['id', 'type'] },
    termsOfUse: oneOrMore({ type: 'object', required: ['type'] }),
  },
}
