/** Files on their way to the server, one after another; each keeps its key, so a retry is safe. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'
import { type Brought, sendFile } from './send-file.ts'

export interface Upload {
  key: string
  file: File
  share: number
  error: unknown
}

export function useUploads(onBrought: (brought: Brought) => void) {
  const { language } = useWords()
  const queryClient = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const queue = useRef(Promise.resolve())
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const drop = (key: string) => setUploads((now) => now.filter((each) => each.key !== key))
  const run = async ({ key, file }: Pick<Upload, 'key' | 'file'>) => {
    try {
      const onSent = (share: number) => change(key, { share })
      const brought = await sendFile({ file, key, language, onSent })
      queryClient.setQueryData(['sources', brought.source.id], brought.source)
      drop(key)
      onBrought(brought)
    } catch (error) {
      change(key, { error })
    }
  }
  const start = (upload: Pick<Upload, 'key' | 'file'>) => {
    queue.current = queue.current.then(() => run(upload))
  }
  return {
    uploads,
    add: (files: readonly File[]) => {
      const fresh = files.map((file) => ({ key: newKey(), file, share: 0, error: null }))
      setUploads((now) => [...now, ...fresh])
      for (const upload of fresh) start(upload)
    },
    retry: (upload: Upload) => {
      change(upload.key, { share: 0, error: null })
      start(upload)
    },
    drop,
  }
}
