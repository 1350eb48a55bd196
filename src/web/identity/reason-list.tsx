/** The grounds for and against two things being one; a sign says which, not a colour alone. */
import type { MatchReason } from '../api/index.ts'
import { useWords } from '../words/index.ts'

export function ReasonList({ reasons }: { reasons: readonly MatchReason[] }) {
  const { say } = useWords()
  return (
    <ul className="reasons">
      {reasons.map(({ code, points, words }) => (
        <li key={code} className={points < 0 ? 'against' : 'in-favour'}>
          <span className="sign">{points < 0 ? '－' : '＋'}</span> {say(words)}
        </li>
      ))}
    </ul>
  )
}
