// Generated from data/matching/sentences.yml by packages/matcher/scripts/generate-capability.ts. Edit the data, then npm run generate.

export const computingItem = "1.2.3" as const;

export const stopWords = [
 "a",
 "an",
 "the",
 "of",
 "to",
 "for",
 "and",
 "or",
 "in",
 "on",
 "at",
 "by",
 "with",
 "from",
 "is",
 "are",
 "was",
 "were",
 "be",
 "been",
 "it",
 "its",
 "our",
 "we",
 "us",
 "you",
 "your",
 "they",
 "their",
 "i",
 "my",
 "that",
 "this",
 "which",
 "who",
 "will",
 "can",
 "as",
 "into",
 "than",
 "then",
 "so",
 "not",
 "no",
 "do",
 "does",
 "one",
 "each",
 "every",
 "s"
] as const;

export const another = {
 "zh": "以及|另外|还有|顺便|加上",
 "en": "and|plus|also|as well as"
} as const;

export const firmWords = {
 "endings": "工坊|工作室|企业社|商行",
 "registered": "有限公司"
} as const;

export const denialWords = {
 "acts": "做|提供|涉及|负责|生产|制造|销售|贩售|贩卖|处理|包含|包括|含|承接|承办|受理|介入|开发|从事|代理|参与|参赛|用于|用在|用作|属于|属|代为|预测|判读|诊断|诊疗|撰写|写|计算|操控|控制|训练|收集|搜集|搬|投放|开课|配音|剪辑|设计|排班|辨识|识别|检测|检查|监控|推荐|翻译|开立|另|会取代|取代|使用|采用|运用|导入|具备|具有|安装|搭载|附|教|做为|作为|进行|执行|开设|培养|转播|评估|产生|合成|招生|改变|改善|追踪|建立|介绍|拍摄",
 "wishes": "能|要|可|会|该|用",
 "also": "并|也|亦|都|均|皆",
 "results": "不|好|完|到|出|掉|来|动|了",
 "isNot": "并非|绝非|而非|非属|非为",
 "otherWord": "常|同|要|必",
 "asks": "就是|吗",
 "none": "没有|未曾|从未|未|绝无|并无|毫无|均无|皆无|概无|无",
 "noneOf": "做|提供|涉及|包含|使用|采用|导入|运用|任何|介入|用到|搭载|安装|装设|ai|人工智|模型|演算",
 "atAll": "绝无|毫无|全无",
 "things": "镜头|相机|感测|程式|程序|电脑|软件|模型|资料库",
 "hopes": "能|可|会|吗",
 "refuses": "拒绝承接",
 "with": "与|和|跟|同",
 "unrelated": "无关|没有关系|没关系|不相干",
 "outside": "不在|非|不属",
 "scope": "范围|范畴",
 "only": "只是|仅是|仅为|只作为|仅作为|只当作",
 "oneKind": "一种|一个",
 "sideline": "介面|入口|界面|呈现|工具|辅助|附带|手段|门面",
 "needless": "不必|不需要|不需|无须|无需|毋须|不用",
 "follows": "就|即|便|也能|也可|而"
} as const;

export const denialWordsInEnglish = {
 "acts": "do|offer|provide|supply|use|employ|apply|make|manufacture|build|produce|sell|resell|train|teach|develop|design|write|draw|generate|handle|process|cover|include|involve|contain|concern|diagnose|treat|predict|forecast|recommend|advise|detect|inspect|recognise|recognize|identify|analyse|analyze|monitor|track|count|drive|fly|pick|move|transport|collect|store|rent|lend|host|install|repair|translate|replace|judge|decide|assess|control|perform|take part|deal with|serve|publish|create|operate|run",
 "trouble": "it|so|that|this|well|enough|much",
 "done": "used|involved|included|offered|provided|covered|performed|part of|in scope|meant|intended|concerned",
 "without": "ai|artificial|machine|software|sensors|cameras",
 "no": "ai|artificial|machine learning|software|sensors|cameras",
 "signs": "not|no|without|nothing|don't|doesn't|isn't|aren't|won't"
} as const;

export const noMachineWords = {
 "none": "不|未|没有|没|绝无|并无|毫无|全无|无",
 "using": "使用|采用|运用|导入|用到|用|具备|涉及|含|有",
 "any": "任何|半点",
 "machine": "ai|人工智慧|人工智能|机器学习|演算法",
 "knowledge": "人才|团队|工程师|经验|背景|基础|知识|概念|部门|专长|人员",
 "judging": "辨识",
 "mechanical": "纯机械",
 "english": "ai|artificial intelligence|machine learning"
} as const;

export const machineWords = "人工智|智慧|智能|辨识|识别|预测|预估|侦测|检测|推荐|生成|学习|自动|演算|模型|机器人|automat|recogni|predict|forecast|detect|recommend|generat|learn|robot|intelligen" as const;

export const peopleWords = {
 "by": "由|请|聘|雇|派",
 "who": "人员|师傅|工友|专人|警卫|管理员|技师|技工|员工|警察|司机|教练|护理师|老师|电工|水电|志工|同仁|里民|住户|农友|工人|工读生",
 "acts": "管理|管|记录|纪录|抄|巡|看|检查|检视|清洗|保养|调整|操作|轮班|填|点|登记|统计|陪|带|核对|判读|面试|批改|解说|通报|打扫|修|剪|套|收|送|开|守|值|维护|批阅|翻身|提醒|说明|包扎",
 "otherwise": "人工智|智慧|智能|辨识|识别|判|预|推估|推知|推算|侦测|检测|感测|推荐|生成|学习|自动|自行|自己|演算|模型|建模|分析|机器|电脑|程式|系统|影像|镜头|相机|资料|数据|标注|标记|app|想|有没有|能不能|可以|吗|敢|求|希望|好不好|怎么|谁"
} as const;

export const meansWords = {
 "of": "計畫|專案|執行|研發|公司|主要|相關|所需|預計|申請",
 "headings": "團隊|人力|成員|人員|組織|資安|資訊安全|個資|設備|硬體|軟硬體|資源|算力|經費|預算|費用|期程|時程|進度|專利|獲獎|得獎|實績|夥伴|合作單位|合作夥伴|風險",
 "about": "成員|配置|介紹|簡介|組成|架構|措施|管理|防護|規劃|需求|使用|編列|說明|經歷|背景",
 "whose": "本|我們|我們的|公司|執行|專案|計畫",
 "team": "團隊|團隊成員",
 "have": "有|包含|包括|共有|計有"
} as const;
