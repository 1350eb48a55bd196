import { Problem } from '../../base/index.ts'

const inputProblem = (field: string, reason: string, reasonEn: string): Problem =>
  new Problem('invalid-input', { field, reason, reasonEn })

const conflict = (reason: string, reasonEn: string): Problem =>
  new Problem('conflict', { reason, reasonEn })

/** A person's statement without the words that would be its evidence. */
export const emptyNote = (): Problem =>
  inputProblem(
    'note',
    '须写明依据，它就是这条陈述的出处',
    'say why: the note is the evidence of the statement',
  )

export const noClaims = (): Problem =>
  inputProblem('claims', '至少要有一条陈述', 'there should be at least one claim')

export const publishedAlready = (): Problem =>
  conflict('这一批已经发布', 'the batch is published already')

/** The claim is not held: it stands or falls with its batch, which was never published or is down. */
export const batchStandsNot = (): Problem =>
  conflict(
    '这条陈述随其批次生效，而该批次尚未发布或已撤回：请先发布或恢复该批次',
    'the claim stands with its batch, which is not published or was withdrawn: publish or restore the batch first',
  )

/** The batch stands, or is withdrawn, as it was asked to. */
export const turnedAlready = (kind: 'withdraw' | 'restore'): Problem =>
  kind === 'withdraw'
    ? conflict('这一批已经撤回', 'the batch is withdrawn already')
    : conflict('这一批现为有效', 'the batch stands already')

/** The publishing policy wants a person to look at each claim of such a source. */
export const policyForbids = (): Problem =>
  new Problem('forbidden', {
    permission: '整批发布此类来源（发布规则要求逐条审定）',
    permissionEn: 'publishing such a source as a whole (its policy wants each claim decided)',
  })

export const policyInvalid = (reason: string): Problem =>
  new Problem('pack-invalid', { pack: 'core', file: 'publishing.json', reason })
