// Generated from data/matching/cautions.yml by packages/matcher/scripts/generate-capability.ts. Edit the data, then npm run generate.

import type { ItemCode } from '@aipower/taxonomy';

/** `number`: which of the requirements or exclusions of the item; `words`: what in an applicant’s text touches it. */
export interface CautionRow {
  readonly code: ItemCode;
  readonly kind: 'requirement' | 'exclusion';
  readonly number: number;
  readonly words: readonly string[];
}

export const cautionRows: readonly CautionRow[] = [
  {"code":"1.1.2","kind":"exclusion","number":0,"words":["代理","代理商","代理銷售","經銷","經銷商","總代理","原廠授權銷售","轉售","reseller","resell","distributor"]},
  {"code":"1.1.2","kind":"exclusion","number":1,"words":["開源","開放原始碼","開源套件","開源模型","开源","open source","open-source","scikit-learn","PyTorch","TensorFlow"]},
  {"code":"1.2.1","kind":"exclusion","number":0,"words":["交付原始碼","交付模型","交付程式碼","原始碼移轉","買斷原始碼","模型權重交付","源码交付","source code delivery","hand over the weights"]},
  {"code":"1.3.1","kind":"requirement","number":0,"words":["自動化掃描","弱點掃描","漏洞掃描","弱掃","漏洞扫描","滲透測試","vulnerability scan","vulnerability scanning","penetration test"]},
  {"code":"1.3.2","kind":"requirement","number":0,"words":["紅隊","紅隊演練","攻擊測試","越獄測試","防禦方案","red team","red teaming"]},
  {"code":"2.2.1","kind":"exclusion","number":0,"words":["示教","教導點位","點位教導","固定路徑","固定動作","寫死","逐點編程","示教编程","教導盒","hard-coded","hand-coded","teach pendant"]},
  {"code":"2.2.2","kind":"exclusion","number":0,"words":["產線","生產線","組裝線","焊接","上下料","工廠生產","产线","production line","assembly line","welding"]},
  {"code":"3.2.1","kind":"requirement","number":0,"words":["訴訟","律師","專利師","官司","律师","litigation","attorney","lawsuit"]},
  {"code":"4.2.10","kind":"exclusion","number":0,"words":["市場調查","市調","民意調查","民調","問卷","問卷調查","爬蟲","網路爬蟲","分詞","斷詞","詞頻","文字雲","市场调查","问卷","爬虫","分词","词频","survey","questionnaire","opinion poll","crawler","web scraping","word count","word frequency"]},
  {"code":"4.2.10","kind":"requirement","number":0,"words":["統計分析","交叉分析","敘述統計","报表统计","descriptive statistics","pivot table"]},
  {"code":"4.5.2","kind":"exclusion","number":0,"words":["曳引機","耕耘機","收割機","插秧機","輸送帶","遙控","手動操作","拖拉机","tractor","conveyor","remote-controlled"]},
  {"code":"4.13.5","kind":"exclusion","number":0,"words":["計步","步數","卡路里","熱量消耗","運動手環","健身手環","心律","心率","心電圖","心電","步数","运动手环","step count","calories","fitness band","heart rate","ECG"]},
  {"code":"4.13.5","kind":"requirement","number":0,"words":["FDA","TFDA","食藥署","衛福部","查驗登記","醫材許可","醫療器材許可證","臨床試驗","CE 認證","医疗器械注册","medical device approval","clinical trial"]},
  {"code":"4.15.2","kind":"exclusion","number":0,"words":["轉包","分包","下包","外包","協力廠商","委外開發","转包","subcontract","subcontracted","subcontractor","outsourced"]},
];
