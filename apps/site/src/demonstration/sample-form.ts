import type { TaxUnit } from '@aipower/registry';

/** What the fictional applications are about; two categories share the list. */
const topics: readonly (readonly [topic: string, domain: string, text: string])[] = [
  [
    '產線影像瑕疵檢測',
    'manufacturing',
    '以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污，減少人工複判。',
  ],
  ['門市客服對話助理', 'retail', '以歷年客服紀錄建立問答資料，讓助理回答訂單、退換貨與門市庫存的問題。'],
  ['病歷摘要輔助', 'health', '將住院病歷整理成出院摘要草稿，由醫師確認後使用，資料去識別化後才進行訓練。'],
  ['法規問答與合約比對', 'finance', '比對合約條款與內部規範，列出差異並附上條文出處，供法務人員覆核。'],
  ['設備異常預測', 'manufacturing', '蒐集振動、溫度與電流資料，預測設備異常並建議保養時間。'],
  ['公車到站預測', 'transport', '以歷史行車與天候資料預測到站時間，提供乘客與調度人員使用。'],
  ['學習歷程回饋', 'education', '依學生作答歷程產生個別回饋，協助教師找出需要加強的單元。'],
  ['淹水通報分類', 'disaster-relief', '將民眾通報的文字與照片分類並定位，協助防災人員排定處理順序。'],
];

/** Sentences that follow, in lists of other lengths, so that hardly two forms read alike. */
const reasons = [
  '目前以人工處理，費時且標準不一，因此需要以自有資料調整模型。',
  '既有規則系統的誤判偏高，現場人員已不再採信警示。',
  '人力每年流動三成，經驗難以傳承，新人需要半年才能獨立作業。',
  '資料量一年成長一倍，現有設備無法於夜間完成批次運算。',
  '客戶要求附上判斷依據，黑箱結果無法通過驗收。',
];
/** For those that would otherwise write what an earlier one wrote about the same topic. */
const furtherReasons = [
  '目前由資深人員逐件判讀，尖峰時段來不及處理，只能抽樣。',
  '紙本與影像分散在各單位，查一件舊案平均要花四十分鐘。',
  '現有模型以外國資料訓練，遇到在地用語與格式就失準。',
  '委外處理無法即時回饋，修正一次流程要等兩週。',
  '主管機關要求留下檢查紀錄，人工填寫已成為主要負擔。',
  '夜間無人值守，異常往往到隔天早上才發現。',
  '各據點做法不同，同樣的情形得到不同的處理結果。',
];
const opportunities = [
  '完成後以雲端服務提供同業使用，並與系統整合業者合作推廣。',
  '先於兩處示範場域驗證，再納入既有產品的年度改版。',
  '已有三家客戶簽署試用意向，完成後可於三個月內上線。',
  '以模組授權給設備商，隨新機出貨，不另收安裝費。',
  '提供地方政府採購，並開放介接文件給其他廠商。',
  '以訂閱方式收費，降低小型業者導入門檻。',
  '與公會合作辦理教育訓練，擴大適用的產業。',
];
const benefits = [
  '預計縮短處理時間三成，並降低重工。',
  '誤判率由百分之八降到百分之三以下，每月少退件四十件。',
  '每位人員可同時照看的線數由兩條增為五條。',
  '回覆時間由兩天縮短為半天，並留下可稽核的紀錄。',
  '每年節省外包費用約兩百萬元，資料不再離開公司。',
  '夜間批次由九小時縮短為三小時，早班開工前即可取得結果。',
  '新人訓練期由半年縮短為兩個月，離職交接不中斷。',
  '抽查一致性由七成提高到九成五，申訴案件減半。',
  '不良品在出貨前攔下，客訴賠償每季減少三成。',
  '調度空車里程減少一成，尖峰候車時間縮短。',
  '教師每週批改時間減少四小時，可用於個別輔導。',
];
function reasonOf(n: number): string {
  const different = topics.length * reasons.length;
  return n < different ? reasons[n % reasons.length]! : furtherReasons[n % furtherReasons.length]!;
}

/** Two firms of the demonstration that share a telephone and a mail domain: what an officer is shown to look at. */
const SAME_DESK = { of: 20, with: 18 };

/** A whole, fictional form of one company: valid by the programme's own check, or the demonstration does not start. */
export function sampleForm(
  category: string,
  { ubn, name }: { readonly ubn: string; readonly name: string },
  unit: TaxUnit | null,
  n: number,
) {
  const [topic, field, text] = topics[n % topics.length]!;
  const person = (role: string) => `示範${role}${n + 1}`;
  const who = n === SAME_DESK.of ? SAME_DESK.with : n;
  const telephone = `02-0000${1000 + who}`;
  const domain = `firm${who}.example.org`;
  const common = {
    category,
    companyName: name,
    ubn,
    establishedOn: unit?.taxRegisteredOn ?? '2015-03-02',
    paidInCapital: unit?.capital ?? 1_000_000,
    representative: person('代表'),
    employees: 8 + n,
    address: unit?.address ?? '臺北市示範路１號',
    leaderName: person('主持'),
    leaderPhone: `${telephone}#101`,
    leaderTitle: '技術長',
    leaderEmail: `leader${n}@${domain}`,
    contactName: person('聯絡'),
    contactPhone: `${telephone}#102`,
    contactTitle: '專案經理',
    contactEmail: `contact${n}@${domain}`,
    contactMobile: `09000${10_000 + n}`,
    industries: ['J62'],
    companyProfile: `1. 營業項目：資訊服務。2. 主要產品或服務：${topic}。3. 產品或服務主要銷售區域：臺灣。`,
    personalDataConsent: true,
    declarationAccepted: true,
    topic: `示範：${topic}`,
    domains: [field],
    importance: `${text}${reasonOf(n)}`,
    opportunity: opportunities[n % opportunities.length]!,
    benefits: benefits[n % benefits.length]!,
    applicationsProduced: 1,
    reportConsent: true,
    ...Object.fromEntries(noneFields.map((id) => [id, '無'])),
    registrationInformationSecurity: 'no',
    customers: ['sme'],
    productProgress: ['shown'],
    productForms: ['cloud'],
    billingUnits: ['user'],
    billingPeriod: 'month',
    otherNeeds: '無',
    pledgeAccepted: true,
    categoryConfirmed: true,
  };
  if (category === 'inference') {
    return { ...common, apiModels: ['Gemma 4 31B'], scenario: `${text}以現有模型推論，回應時間在三秒內。` };
  }
  return {
    ...common,
    modelName: '無',
    modelVersion: '無',
    modelUrl: '無',
    baseModel: '無',
    noCodeModels: ['Llama-3.1-TAIDELX-8B-Lora'],
    apiModels: ['none'],
    datasetTextTokens: 2_000_000 + n * 10_000,
    datasetSpeechHours: 0,
    datasetVideoHours: 0,
    datasetVideoPixels: '0',
    datasetImages: 0,
    datasetImagePixels: '0',
    datasetDescription: '自有紀錄，已去識別化並完成標註。',
    modelsProduced: 1,
  };
}

const noneFields = [
  'bonusMou',
  'bonusDeck',
  'bonusDatasetHuggingFace',
  'bonusDatasetGitHub',
  'bonusModelHuggingFace',
  'bonusModelGitHub',
  'registrationThirdPartyPayment',
  'registrationESignature',
  'registrationDataEconomy',
  'registrationAi',
  'registrationInformationService',
];
