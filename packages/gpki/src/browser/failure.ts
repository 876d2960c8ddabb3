import type { ComponentError } from '../component.ts';
import type { Words } from '../words.ts';

/** Everything that can keep the component from answering. Each has its own text: none is shown for another. */
export const bridgeFailures = [
  'popup-blocked',
  'not-installed',
  'no-answer',
  'popup-closed',
  'cancelled',
  'busy',
  'pin-missing',
  'answer-unreadable',
  'component-error',
] as const;
/** One of {@link bridgeFailures}. */
export type BridgeFailure = (typeof bridgeFailures)[number];

/** An answer of the component, or why there is none. */
export type Answer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly failure: 'component-error'; readonly error: ComponentError }
  | { readonly ok: false; readonly failure: Exclude<BridgeFailure, 'component-error'> };

/** What to tell the person for each failure of the bridge, in both languages. */
export const bridgeTexts: Readonly<Record<Exclude<BridgeFailure, 'component-error'>, Words>> = {
  'popup-blocked': {
    zh: '瀏覽器封鎖了元件的彈出視窗。請允許本網站開啟彈出視窗，再按一次。',
    en: 'The browser blocked the component’s window. Allow pop-ups for this site, then press the button again.',
  },
  'not-installed': {
    zh: '未偵測到跨平台網頁讀卡元件。請安裝 HiCOS 卡片管理工具，或確認元件已啟動。',
    en: 'The card component was not found. Install the HiCOS card tool, or make sure the component is running.',
  },
  'no-answer': {
    zh: '元件已開啟，但逾時未回應。請確認讀卡機與憑證卡後再試一次。',
    en: 'The component opened but did not answer in time. Check reader and card, then try again.',
  },
  'popup-closed': {
    zh: '元件的視窗在完成前關閉。請再試一次，完成前勿關閉視窗。',
    en: 'The component’s window closed before it was done. Try again and leave the window open.',
  },
  cancelled: { zh: '已取消。', en: 'Cancelled.' },
  busy: { zh: '元件正在處理上一個動作。', en: 'The component is still busy with the last request.' },
  'pin-missing': { zh: '請輸入 PIN碼。', en: 'Enter the PIN.' },
  'answer-unreadable': {
    zh: '無法讀取元件的回應。請更新 HiCOS 卡片管理工具。',
    en: 'The component’s answer cannot be read. Update the HiCOS card tool.',
  },
};
