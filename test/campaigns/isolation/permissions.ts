/**
 * Which permission each route asks for, written down from what the routes are for and not from their
 * code. `anybody` asks for none, `account` for a session. A route that is not here fails the matrix.
 */
const TABLE = `
anybody
  get /health
  get /metrics
  get /api/openapi.json
  get /metrics
  post /api/session
  delete /api/session
account
  get /api/session
  post /api/session/password
  post /api/session/proof
  get /api/sessions
  delete /api/sessions/{id}
  post /api/sessions/end-others
  get /api/factors
  post /api/factors/totp
  post /api/factors/totp/confirm
  post /api/factors/recovery-codes
  post /api/factors/certificate
  post /api/factors/remove
  get /api/safeguards
  get /api/desk
  get /api/roles
  get /api/vocabulary
  get /api/codes/{scheme}
  get /api/coverage
switch-role
  post /api/session/role
set-desk
  put /api/desk
  put /api/organisations/own/seat
read-people
  get /api/people
  get /api/organisations
  get /api/consents
manage-people
  post /api/people
  patch /api/people/{id}
  post /api/people/{id}/reset-password
guard-sign-in
  get /api/people/{id}/sign-in
  post /api/people/{id}/end-sessions
  post /api/people/{id}/unlock
  post /api/people/{id}/reset-factors
  put /api/safeguards
manage-organisations
  post /api/organisations
  patch /api/organisations/{id}
keep-backups
  get /api/backups
  get /api/doctor
  post /api/backups
read-audit
  get /api/audit/records
  get /api/audit/entries
  post /api/audit/export
manage-log
  post /api/log/witnesses
  delete /api/log/witnesses/{id}
  put /api/log/witnesses/needed
manage-consents
  post /api/consents
  post /api/consents/{id}/withdraw
read-chain
  get /api/overview
  get /api/chains
  get /api/chains/{id}/map
  get /api/stages/{id}
  get /api/things/{id}
  get /api/firms
  get /api/search
  get /api/lists
  get /api/lists/{id}
  get /api/lists/{id}/counts
  get /api/lists/{id}/versions
  get /api/lists/{id}/difference
  get /api/lists/{id}/gaps
  get /api/log/checkpoint
  get /api/log/keys
  get /api/log/inclusion
  get /api/log/consistency
  get /api/log/witnesses
  post /api/log/cosignatures
read-source
  get /api/lists/{id}/why
  get /api/figures/{id}
  get /api/sources
  get /api/sources/{id}
  get /api/claims/{id}
  get /api/sources/{id}/window
  get /api/sources/{id}/claims
  get /api/sources/{id}/original
  post /api/claims/{id}/check
read-internal
  get /api/freshness
  get /api/freshness/stale
  get /api/freshness/differences
  get /api/identity/decisions
edit-chain
  post /api/chains
  post /api/chains/{id}/stages
  post /api/chains/{id}/links
state-claim
  post /api/claims
  post /api/figures/{id}/keep
  post /api/freshness/recheck
decide-claim
  post /api/claims/{id}/withdraw
  post /api/claims/{id}/decision
  post /api/freshness/differences/settle
  get /api/review
  get /api/review/{id}
  post /api/review/decisions
  post /api/review/{id}/edit
  post /api/review/decisions/{id}/undo
  post /api/collections/{id}/decide
decide-identity
  get /api/identity/matches
  post /api/identity/merge
  post /api/identity/distinct
  post /api/identity/split
  post /api/identity/decisions/{id}/confirm
  post /api/identity/decisions/{id}/undo
bring-source
  post /api/sources
  patch /api/sources/{id}
  post /api/sources/{id}/statements
  post /api/sources/{id}/text
import-table
  post /api/sources/{id}/preview
  get /api/mappings
  post /api/imports
  post /api/jobs/{id}/cancel
manage-mappings
  put /api/mappings/{id}
read-jobs
  get /api/jobs
  get /api/jobs/{id}
  get /api/jobs/{id}/rows
  get /api/jobs/{id}/refused
publish-batch
  post /api/jobs/{id}/publish
  post /api/jobs/{id}/withdraw
  post /api/jobs/{id}/restore
  post /api/jobs/rebuild
manage-lists
  post /api/lists/{id}/versions
  post /api/lists/{id}/versions/{number}/rows
  post /api/lists/{id}/versions/{number}/submit
sign-list
  post /api/lists/{id}/versions/{number}/sign
  post /api/lists/{id}/versions/{number}/return
export-data
  get /api/graph/review
  post /api/graph/export
  get /api/lists/{id}/versions/{number}/review
  post /api/lists/{id}/versions/{number}/export
collect-data
  get /api/collections/departments
  post /api/collections/plan
  post /api/collections
  get /api/collections/{id}/cells
  post /api/collections/{id}/send
  post /api/collections/{id}/close
collect-data answer-collection
  get /api/collections
  get /api/collections/{id}
  post /api/collections/returns
  post /api/collections/{id}/workbooks
`

/** `get /api/chains` to the permissions of which one is enough. */
export const PERMISSION_OF: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split(/\n(?=\S)/)
    .flatMap((block) => {
      const [head = '', ...routes] = block.split('\n')
      return routes.map((route) => [route.trim(), head.split(' ')] as const)
    }),
)
