/** Who is signed in, for any screen below the frame. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Me, sessionQuery } from '../api/index.ts'

/** The person and the role in force. Only below `frameRoute`, which has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(sessionQuery).data
}

/** An action that this role may not take is absent, not greyed. The server decides in any case. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}
