import type { Link } from '../http/failures.ts';
import type { Messages } from '../page/words.zh.ts';
import type { ProblemDocument } from './problem.ts';
import type { ProblemType } from './problem-types.ts';

declare module '../page/views.ts' {
  interface Views {
    error: {
      readonly message: string;
      readonly links: readonly Link[];
      /** The address to ask again, where waiting may help; `null`: neither that nor a search does. */
      readonly retry?: string | null;
      /** Given where the fault is ours: what to tell whoever runs the site, and how. */
      readonly requestId?: string;
      readonly contact?: string | null;
    };
    problem: {
      readonly type: ProblemType;
      readonly uri: string;
      readonly status: number;
      readonly words: Messages['problems']['types'][ProblemType];
      readonly example: ProblemDocument;
      readonly contact: string | null;
    };
    problems: {
      readonly types: readonly {
        readonly id: ProblemType;
        readonly status: number;
        readonly title: string;
        readonly todo: string;
      }[];
    };
  }
}
