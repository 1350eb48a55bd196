/**
 * Holds the shapes that screens read to the interface of the server: each line fails to compile
 * when the server may send what a screen does not expect. The schema is generated, so a changed
 * route is noticed here before anybody opens the screen.
 */
import type * as audit from './audit-types.ts'
import type * as backup from './backup-types.ts'
import type * as collection from './collection-types.ts'
import type * as desk from './desk-types.ts'
import type * as doctor from './doctor-types.ts'
import type * as fresh from './freshness-types.ts'
import type * as identity from './identity-types.ts'
import type * as lists from './list-types.ts'
import type * as log from './log-types.ts'
import type * as review from './review-types.ts'
import type { components } from './schema.ts'
import type * as sign from './sign-in-types.ts'
import type * as map from './types.ts'

type Sent = components['schemas']

/** True when everything that the server may send is what the screen reads. */
type Reads<_Read, _Sent extends _Read> = true

export type Agreement = [
  Reads<map.Figure, Sent['Figure']>,
  Reads<map.Health, Sent['Health']>,
  Reads<audit.AccessRecordPage, Sent['AccessRecordPage']>,
  Reads<audit.CommandRecordPage, Sent['CommandRecordPage']>,
  Reads<map.Me, Sent['Me']>,
  Reads<map.ChainSummary, Sent['ChainSummary']>,
  Reads<map.ChainMap, Sent['ChainMap']>,
  Reads<map.StageTile, Sent['StageTile']>,
  Reads<map.Ribbon, Sent['Ribbon']>,
  Reads<map.StageDetail, Sent['StageView']>,
  Reads<map.SearchAnswer, Sent['SearchAnswer']>,
  Reads<map.ClaimView, Sent['ClaimView']>,
  Reads<map.FigureAnswer, Sent['FigureOrigin']>,
  Reads<map.Vocabulary, Sent['VocabularyView']>,
  Reads<desk.SourceView, Sent['SourceView']>,
  Reads<desk.SourceWindow, Sent['SourceWindow']>,
  Reads<desk.ClaimCheck, Sent['ClaimCheck']>,
  Reads<desk.JobView, Sent['JobView']>,
  Reads<desk.JobDetail, Sent['JobDetail']>,
  Reads<desk.JobRow, Sent['JobRow']>,
  Reads<desk.RowReason, Sent['RowReason']>,
  Reads<desk.ImportPreview, Sent['ImportPreview']>,
  Reads<desk.MappingView, Sent['MappingView']>,
  Reads<desk.FirmRow, Sent['FirmRow']>,
  Reads<desk.ThingView, Sent['ThingView']>,
  Reads<desk.Overview, Sent['Overview']>,
  Reads<desk.PersonView, Sent['PersonView']>,
  Reads<desk.OrganisationView, Sent['OrganisationView']>,
  Reads<desk.RoleView, Sent['RoleView']>,
  Reads<desk.WrittenPerson, Sent['WrittenPerson']>,
  Reads<desk.DeskView, Sent['DeskView']>,
  Reads<sign.OwnSessions, Sent['OwnSessions']>,
  Reads<sign.OwnFactors, Sent['OwnFactors']>,
  Reads<sign.TotpStarted, Sent['TotpStarted']>,
  Reads<sign.RecoveryCodes, Sent['RecoveryCodes']>,
  Reads<sign.SignInState, Sent['SignInState']>,
  Reads<sign.SafeguardsView, Sent['SafeguardsView']>,
  Reads<fresh.FreshnessOfKind, Sent['FreshnessOfKind']>,
  Reads<fresh.StaleFact, Sent['StaleFact']>,
  Reads<fresh.FigureDifference, Sent['FigureDifference']>,
  Reads<backup.Backups, Sent['Backups']>,
  Reads<doctor.Checks, Sent['Checks']>,
  Reads<collection.CollectionHead, Sent['CollectionHead']>,
  Reads<collection.CollectionView, Sent['CollectionView']>,
  Reads<collection.CollectionCell, Sent['CollectionCell']>,
  Reads<collection.CollectionPlan, Sent['CollectionPlan']>,
  Reads<desk.CoverageRow, Sent['CoverageRow']>,
  Reads<log.LogCheckpoint, Sent['LogCheckpoint']>,
  Reads<log.LogKeys, Sent['LogKeys']>,
  Reads<log.Witnessing, Sent['Witnessing']>,
  Reads<lists.ListView, Sent['ListView']>,
  Reads<lists.ListCounts, Sent['ListCounts']>,
  Reads<lists.ListsAnswer, Sent['ListsAnswer']>,
  Reads<lists.ListWhy, Sent['ListWhy']>,
  Reads<lists.ListGaps, Sent['ListGaps']>,
  Reads<lists.ListReview, Sent['ListReview']>,
  Reads<lists.GraphReview, Sent['GraphReview']>,
  Reads<identity.IdentityMatch, Sent['IdentityMatch']>,
  Reads<identity.IdentityDecision, Sent['IdentityDecision']>,
  Reads<identity.IdentityDecided, Sent['IdentityDecided']>,
  Reads<review.ReviewQueue, Sent['ReviewQueue']>,
  Reads<review.ReviewCase, Sent['ReviewCase']>,
]
