// Generated from data/matching/cautions.yml by packages/matcher/scripts/generate-capability.ts. Edit the data, then npm run generate.

import type { ItemCode } from '@aipower/taxonomy';

/** `text`: a requirement or exclusion of the item, to the letter; `words`: what in an applicant’s text touches it. */
export interface CautionRow {
  readonly code: ItemCode;
  readonly kind: 'requirement' | 'exclusion';
  readonly text: string;
  readonly words: readonly string[];
}

/** Longer words that hold one of the words in another sense. */
export const otherSenses: readonly string[] = ["代理人","多代理","代理程式","代理系統","代理架構","智慧代理","AI 代理","代理式","代理模型","代理分工","代理流程","代理協作","子代理","代理變數","代理指標","心律不整","防止轉包","一次性示教","免示教","無需示教","無示教","取代示教","示教資料"];

export const cautionRows: readonly CautionRow[] = [
  {"code":"1.1.2","kind":"exclusion","text":"不含單純外部產品代理","words":["代理","代理商","代理銷售","經銷","經銷商","總代理","原廠授權銷售","轉售","reseller","resell","distributor"]},
  {"code":"1.1.2","kind":"exclusion","text":"也不含非自行開發僅使用開源算法者","words":["開源","開放原始碼","開源套件","開源模型","开源","open source","open-source","scikit-learn","PyTorch","TensorFlow"]},
  {"code":"1.2.1","kind":"exclusion","text":"並不包含直接交付算法本體開發者","words":["交付原始碼","交付模型","交付程式碼","原始碼移轉","買斷原始碼","模型權重交付","源码交付","source code delivery","hand over the weights"]},
  {"code":"1.3.1","kind":"requirement","text":"業者必須有能力協助企業使用自動化掃描工具，對人工智慧相關系統進行大規模偵測活動，尋找安全弱點或漏洞，提供掃描結果之統計報表與明確說明，並提出具體建議與改善作法","words":["自動化掃描","弱點掃描","漏洞掃描","弱掃","漏洞扫描","滲透測試","vulnerability scan","vulnerability scanning","penetration test"]},
  {"code":"1.3.2","kind":"requirement","text":"業者需要有能力提供完整之方法論，運用自動化或人力輔助的方式，協助企業對內部模型進行風險評估，同時提出相對應之防禦方案","words":["紅隊","紅隊演練","攻擊測試","越獄測試","防禦方案","red team","red teaming"]},
  {"code":"2.2.1","kind":"exclusion","text":"若僅是將所有動作逐一以人工程式碼方式實現者，不具申請此項資格","words":["示教","教導點位","點位教導","固定路徑","固定動作","寫死","逐點編程","示教编程","教導盒","hard-coded","hand-coded","teach pendant"]},
  {"code":"2.2.2","kind":"exclusion","text":"且這些任務不包括工業的生產","words":["產線","生產線","組裝線","焊接","上下料","工廠生產","产线","production line","assembly line","welding"]},
  {"code":"3.2.1","kind":"requirement","text":"業者須能提供此類法律問題之訴訟處理、法務管理等服務","words":["訴訟","律師","專利師","官司","律师","litigation","attorney","lawsuit"]},
  {"code":"4.2.10","kind":"exclusion","text":"單純市場調查、民意調查、數據爬蟲、僅使用基礎自然語言處理(分詞、詞頻統計…)之業者無法認列為本項實績","words":["市場調查","市調","民意調查","民調","問卷","問卷調查","爬蟲","網路爬蟲","分詞","斷詞","詞頻","文字雲","市场调查","问卷","爬虫","分词","词频","survey","questionnaire","opinion poll","crawler","web scraping","word count","word frequency"]},
  {"code":"4.2.10","kind":"requirement","text":"申請此項者需要針對所使用之人工智慧技術做進一步佐證","words":["統計分析","交叉分析","敘述統計","报表统计","descriptive statistics","pivot table"]},
  {"code":"4.5.2","kind":"exclusion","text":"單純解決勞動力問題且不具備人工智慧能力之機械無法認列為本項實績","words":["曳引機","耕耘機","收割機","插秧機","輸送帶","遙控","手動操作","拖拉机","tractor","conveyor","remote-controlled"]},
  {"code":"4.13.5","kind":"exclusion","text":"有別於一般簡易健康監測，例如：日常熱量消耗、心律、心電監測等","words":["計步","步數","卡路里","熱量消耗","運動手環","健身手環","心律","心率","心電圖","心電","步数","运动手环","step count","calories","fitness band","heart rate","ECG"]},
  {"code":"4.13.5","kind":"requirement","text":"需經過 FDA 或相關醫事單位認證後方可上市之硬體","words":["FDA","TFDA","食藥署","衛福部","查驗登記","醫材許可","醫療器材許可證","臨床試驗","CE 認證","医疗器械注册","medical device approval","clinical trial"]},
  {"code":"4.15.2","kind":"exclusion","text":"若相關實績中將人工智慧部分轉包其他業者執行者，則無法納入實績計算","words":["轉包","分包","下包","外包","協力廠商","委外開發","转包","subcontract","subcontracted","subcontractor","outsourced"]},
];
