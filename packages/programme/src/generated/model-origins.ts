// Generated from data/model-origins.yml by packages/programme/scripts/programme-modules.ts. Edit the data, then npm run generate.

import type { ModelOrigins } from '../model-origin/data.ts';

export const modelOriginData: ModelOrigins = {
 "source": "Origin as stated by the publishers themselves: organisation pages and model cards",
 "seenOn": "2026-06",
 "organisations": [
  {
   "id": "deepseek",
   "name": "DeepSeek",
   "origin": "CN",
   "organisations": [
    "deepseek-ai",
    "deepseek"
   ],
   "families": [
    "DeepSeek",
    "深度求索"
   ],
   "exact": [
    "R1",
    "Janus"
   ]
  },
  {
   "id": "alibaba",
   "name": "Alibaba (Qwen)",
   "origin": "CN",
   "organisations": [
    "Qwen",
    "Alibaba",
    "Alibaba-NLP",
    "Tongyi",
    "Tongyi-MAI",
    "Wan-AI",
    "FunAudioLLM",
    "QwenAudio",
    "FunASR",
    "alibaba-pai",
    "iic",
    "damo",
    "AIDC-AI",
    "modelscope",
    "Tongyi-Zhiwen",
    "ali-vilab"
   ],
   "families": [
    "Qwen",
    "QwQ",
    "QVQ",
    "Tongyi",
    "通義",
    "通义",
    "千問",
    "千问",
    "阿里",
    "CosyVoice",
    "SenseVoice",
    "Fun-ASR",
    "Paraformer",
    "Marco-o1",
    "mPLUG",
    "Z-Image",
    "GME-Qwen"
   ],
   "exact": [
    "Wan",
    "GTE",
    "Ovis"
   ]
  },
  {
   "id": "moonshot",
   "name": "Moonshot AI",
   "origin": "CN",
   "organisations": [
    "moonshotai",
    "moonshot"
   ],
   "families": [
    "Kimi",
    "Moonlight",
    "月之暗面"
   ],
   "exact": []
  },
  {
   "id": "zhipu",
   "name": "Zhipu AI (Z.ai)",
   "origin": "CN",
   "organisations": [
    "zai-org",
    "Z.ai",
    "THUDM",
    "zhipuai",
    "zhipu"
   ],
   "families": [
    "ChatGLM",
    "CogVLM",
    "CogVideo",
    "CogView",
    "CogAgent",
    "CodeGeeX",
    "智譜",
    "智谱"
   ],
   "exact": [
    "GLM"
   ]
  },
  {
   "id": "minimax",
   "name": "MiniMax",
   "origin": "CN",
   "organisations": [
    "MiniMaxAI",
    "MiniMax"
   ],
   "families": [
    "MiniMax",
    "Hailuo",
    "海螺",
    "abab"
   ],
   "exact": []
  },
  {
   "id": "baichuan",
   "name": "Baichuan",
   "origin": "CN",
   "organisations": [
    "baichuan-inc",
    "baichuan"
   ],
   "families": [
    "Baichuan",
    "百川"
   ],
   "exact": []
  },
  {
   "id": "shanghai-ai-lab",
   "name": "Shanghai AI Laboratory",
   "origin": "CN",
   "organisations": [
    "internlm",
    "OpenGVLab",
    "opendatalab",
    "Shanghai_AI_Laboratory"
   ],
   "families": [
    "InternLM",
    "InternVL",
    "InternS1",
    "InternVideo",
    "MinerU",
    "書生",
    "书生"
   ],
   "exact": []
  },
  {
   "id": "openbmb",
   "name": "OpenBMB (ModelBest)",
   "origin": "CN",
   "organisations": [
    "openbmb"
   ],
   "families": [
    "MiniCPM",
    "CPM-Bee",
    "CPM-Ant",
    "VoxCPM"
   ],
   "exact": []
  },
  {
   "id": "01-ai",
   "name": "01.AI",
   "origin": "CN",
   "organisations": [
    "01-ai"
   ],
   "families": [
    "零一萬物",
    "零一万物"
   ],
   "exact": [
    "Yi"
   ]
  },
  {
   "id": "baidu",
   "name": "Baidu",
   "origin": "CN",
   "organisations": [
    "baidu",
    "PaddlePaddle"
   ],
   "families": [
    "ERNIE",
    "PaddleOCR-VL",
    "PaddleOCR",
    "PaddleSpeech",
    "PP-OCR",
    "文心",
    "百度"
   ],
   "exact": []
  },
  {
   "id": "tencent",
   "name": "Tencent",
   "origin": "CN",
   "organisations": [
    "tencent",
    "Tencent-Hunyuan",
    "tencentarc",
    "TencentBAC",
    "tencent-ailab",
    "AILab-CVC"
   ],
   "families": [
    "Hunyuan",
    "HunyuanVideo",
    "Youtu-LLM",
    "Conan-embedding",
    "YOLO-World",
    "混元",
    "騰訊",
    "腾讯"
   ],
   "exact": []
  },
  {
   "id": "bytedance",
   "name": "ByteDance",
   "origin": "CN",
   "organisations": [
    "ByteDance",
    "ByteDance-Seed",
    "bytedance-research"
   ],
   "families": [
    "Doubao",
    "MegaTTS",
    "UI-TARS",
    "Seed-Coder",
    "Seed-X",
    "豆包",
    "字節",
    "字节",
    "即夢",
    "即梦"
   ],
   "exact": [
    "Seed",
    "Seed-OSS",
    "BAGEL"
   ]
  },
  {
   "id": "stepfun",
   "name": "StepFun",
   "origin": "CN",
   "organisations": [
    "stepfun-ai",
    "stepfun"
   ],
   "families": [
    "StepFun",
    "GOT-OCR",
    "階躍",
    "阶跃"
   ],
   "exact": [
    "Step-1",
    "Step-2",
    "Step3",
    "Step-Audio",
    "Step-Video",
    "Step1X"
   ]
  },
  {
   "id": "xiaomi",
   "name": "Xiaomi",
   "origin": "CN",
   "organisations": [
    "XiaomiMiMo",
    "Xiaomi"
   ],
   "families": [
    "小米"
   ],
   "exact": [
    "MiMo"
   ]
  },
  {
   "id": "baai",
   "name": "Beijing Academy of Artificial Intelligence",
   "origin": "CN",
   "organisations": [
    "BAAI"
   ],
   "families": [
    "Aquila",
    "AquilaChat",
    "RoboBrain",
    "EVA-CLIP",
    "悟道"
   ],
   "exact": [
    "bge",
    "Emu"
   ]
  },
  {
   "id": "skywork",
   "name": "Skywork (Kunlun)",
   "origin": "CN",
   "organisations": [
    "Skywork"
   ],
   "families": [
    "Skywork",
    "SkyReels",
    "崑崙萬維",
    "昆仑万维"
   ],
   "exact": []
  },
  {
   "id": "rwkv",
   "name": "RWKV (BlinkDL)",
   "origin": "CN",
   "organisations": [
    "BlinkDL",
    "RWKV"
   ],
   "families": [
    "RWKV"
   ],
   "exact": []
  },
  {
   "id": "iflytek",
   "name": "iFLYTEK",
   "origin": "CN",
   "organisations": [
    "iFlytek",
    "iflytekspark"
   ],
   "families": [
    "iFlytek",
    "訊飛",
    "讯飞",
    "科大訊飛",
    "科大讯飞",
    "星火"
   ],
   "exact": [
    "Spark"
   ]
  },
  {
   "id": "sensetime",
   "name": "SenseTime",
   "origin": "CN",
   "organisations": [
    "SenseTime",
    "sensenova"
   ],
   "families": [
    "SenseNova",
    "SenseChat",
    "商湯",
    "商汤",
    "日日新"
   ],
   "exact": []
  },
  {
   "id": "huawei",
   "name": "Huawei",
   "origin": "CN",
   "organisations": [
    "Huawei",
    "huawei-noah",
    "pangu"
   ],
   "families": [
    "PanGu",
    "openPangu",
    "盤古",
    "盘古",
    "華為",
    "华为"
   ],
   "exact": []
  },
  {
   "id": "qihoo-360",
   "name": "Qihoo 360",
   "origin": "CN",
   "organisations": [
    "qihoo360",
    "360"
   ],
   "families": [
    "Zhinao",
    "360Zhinao",
    "智腦",
    "智脑"
   ],
   "exact": [
    "360"
   ]
  },
  {
   "id": "orionstar",
   "name": "OrionStar",
   "origin": "CN",
   "organisations": [
    "OrionStarAI",
    "OrionStar"
   ],
   "families": [
    "OrionStar"
   ],
   "exact": [
    "Orion-14B"
   ]
  },
  {
   "id": "xverse",
   "name": "XVERSE",
   "origin": "CN",
   "organisations": [
    "xverse"
   ],
   "families": [
    "XVERSE"
   ],
   "exact": []
  },
  {
   "id": "teleai",
   "name": "TeleAI (China Telecom)",
   "origin": "CN",
   "organisations": [
    "Tele-AI",
    "TeleAI"
   ],
   "families": [
    "TeleChat",
    "TeleAI",
    "Tele-FLM"
   ],
   "exact": []
  },
  {
   "id": "inclusion-ai",
   "name": "inclusionAI (Ant Group)",
   "origin": "CN",
   "organisations": [
    "inclusionAI",
    "antgroup",
    "AntGroup-MI",
    "codefuse-ai"
   ],
   "families": [
    "inclusionAI",
    "CodeFuse",
    "Ant-Ling",
    "Ming-Lite",
    "Ming-Flash",
    "百靈",
    "百灵",
    "螞蟻",
    "蚂蚁"
   ],
   "exact": [
    "Ling",
    "Ring"
   ]
  },
  {
   "id": "rvc-boss",
   "name": "RVC-Boss",
   "origin": "CN",
   "organisations": [
    "RVC-Boss"
   ],
   "families": [
    "GPT-SoVITS"
   ],
   "exact": []
  },
  {
   "id": "netease-youdao",
   "name": "NetEase Youdao",
   "origin": "CN",
   "organisations": [
    "netease-youdao"
   ],
   "families": [
    "BCEmbedding",
    "bce-embedding",
    "bce-reranker"
   ],
   "exact": []
  },
  {
   "id": "meituan",
   "name": "Meituan",
   "origin": "CN",
   "organisations": [
    "meituan",
    "meituan-longcat"
   ],
   "families": [
    "LongCat",
    "美團",
    "美团"
   ],
   "exact": []
  },
  {
   "id": "kuaishou",
   "name": "Kuaishou (Kwai)",
   "origin": "CN",
   "organisations": [
    "Kwai-Kolors",
    "KwaiVGI",
    "Kwai-Keye",
    "Kwaipilot",
    "KlingTeam"
   ],
   "families": [
    "Kolors",
    "KwaiYii",
    "KwaiCoder",
    "KAT-Coder",
    "KAT-Dev",
    "Keye-VL",
    "LivePortrait",
    "快手",
    "可圖",
    "可图",
    "可靈",
    "可灵"
   ],
   "exact": [
    "Kling"
   ]
  },
  {
   "id": "xiaohongshu",
   "name": "Xiaohongshu (rednote)",
   "origin": "CN",
   "organisations": [
    "rednote-hilab",
    "FireRedTeam",
    "xiaohongshu"
   ],
   "families": [
    "dots.ocr",
    "dots.llm1",
    "dots.vlm1",
    "FireRedASR",
    "FireRedTTS",
    "小紅書",
    "小红书"
   ],
   "exact": []
  },
  {
   "id": "bilibili",
   "name": "Bilibili",
   "origin": "CN",
   "organisations": [
    "IndexTeam",
    "bilibili"
   ],
   "families": [
    "Index-TTS",
    "IndexTTS",
    "嗶哩嗶哩",
    "哔哩哔哩"
   ],
   "exact": []
  },
  {
   "id": "openmoss",
   "name": "OpenMOSS (Fudan University)",
   "origin": "CN",
   "organisations": [
    "OpenMOSS-Team",
    "fnlp"
   ],
   "families": [
    "MOSS-TTSD",
    "moss-moon"
   ],
   "exact": []
  },
  {
   "id": "idea-research",
   "name": "IDEA Research (Shenzhen)",
   "origin": "CN",
   "organisations": [
    "IDEA-CCNL",
    "IDEA-Research"
   ],
   "families": [
    "Ziya",
    "Fengshenbang",
    "GroundingDINO",
    "Grounding-DINO",
    "封神榜",
    "姜子牙"
   ],
   "exact": []
  },
  {
   "id": "hfl",
   "name": "Joint Laboratory of HIT and iFLYTEK",
   "origin": "CN",
   "organisations": [
    "hfl"
   ],
   "families": [
    "chinese-alpaca",
    "chinese-llama",
    "chinese-roberta-wwm",
    "chinese-macbert",
    "哈工大"
   ],
   "exact": []
  },
  {
   "id": "inspur",
   "name": "IEIT Systems (Inspur)",
   "origin": "CN",
   "organisations": [
    "IEITYuan"
   ],
   "families": [
    "Yuan2",
    "Yuan3",
    "浪潮"
   ],
   "exact": []
  },
  {
   "id": "china-mobile",
   "name": "China Mobile",
   "origin": "CN",
   "organisations": [
    "JiuTian-AI"
   ],
   "families": [
    "JIUTIAN",
    "九天"
   ],
   "exact": []
  },
  {
   "id": "china-unicom",
   "name": "China Unicom",
   "origin": "CN",
   "organisations": [
    "UnicomAI"
   ],
   "families": [
    "元景"
   ],
   "exact": []
  },
  {
   "id": "vivo",
   "name": "vivo",
   "origin": "CN",
   "organisations": [
    "vivo-ai"
   ],
   "families": [
    "BlueLM",
    "藍心",
    "蓝心"
   ],
   "exact": []
  },
  {
   "id": "oppo",
   "name": "OPPO",
   "origin": "CN",
   "organisations": [
    "OPPOer",
    "OPPO"
   ],
   "families": [
    "AndesGPT",
    "AndesVL"
   ],
   "exact": []
  },
  {
   "id": "jd",
   "name": "JD.com",
   "origin": "CN",
   "organisations": [
    "jdopensource"
   ],
   "families": [
    "JoyAI",
    "言犀",
    "京東",
    "京东"
   ],
   "exact": []
  },
  {
   "id": "tigerbot",
   "name": "Tiger Research",
   "origin": "CN",
   "organisations": [
    "TigerResearch"
   ],
   "families": [
    "TigerBot",
    "虎博"
   ],
   "exact": []
  },
  {
   "id": "langboat",
   "name": "Langboat",
   "origin": "CN",
   "organisations": [
    "Langboat"
   ],
   "families": [
    "Mengzi",
    "孟子",
    "瀾舟",
    "澜舟"
   ],
   "exact": []
  },
  {
   "id": "wenge",
   "name": "Wenge Research (Chinese Academy of Sciences)",
   "origin": "CN",
   "organisations": [
    "wenge-research"
   ],
   "families": [
    "YaYi",
    "雅意",
    "紫東太初",
    "紫东太初"
   ],
   "exact": []
  },
  {
   "id": "duxiaoman",
   "name": "Du Xiaoman",
   "origin": "CN",
   "organisations": [
    "Duxiaoman-DI"
   ],
   "families": [
    "XuanYuan",
    "軒轅",
    "轩辕",
    "度小滿",
    "度小满"
   ],
   "exact": []
  },
  {
   "id": "mobvoi",
   "name": "Mobvoi",
   "origin": "CN",
   "organisations": [
    "mobvoi"
   ],
   "families": [
    "序列猴子",
    "出門問問",
    "出门问问"
   ],
   "exact": []
  },
  {
   "id": "nanbeige",
   "name": "Nanbeige (BOSS Zhipin)",
   "origin": "CN",
   "organisations": [
    "Nanbeige"
   ],
   "families": [
    "Nanbeige",
    "南北閣",
    "南北阁"
   ],
   "exact": []
  },
  {
   "id": "infinigence",
   "name": "Infinigence",
   "origin": "CN",
   "organisations": [
    "Infinigence"
   ],
   "families": [
    "Megrez"
   ],
   "exact": []
  },
  {
   "id": "moka",
   "name": "MokaHR",
   "origin": "CN",
   "organisations": [
    "moka-ai"
   ],
   "families": [],
   "exact": [
    "m3e"
   ]
  },
  {
   "id": "shibing624",
   "name": "shibing624",
   "origin": "CN",
   "organisations": [
    "shibing624",
    "GanymedeNil"
   ],
   "families": [
    "MacBERT4CSC"
   ],
   "exact": []
  },
  {
   "id": "sjtu",
   "name": "Shanghai Jiao Tong University",
   "origin": "CN",
   "organisations": [
    "PowerInfer",
    "SWivid"
   ],
   "families": [
    "SmallThinker",
    "F5-TTS"
   ],
   "exact": []
  },
  {
   "id": "sparkaudio",
   "name": "SparkAudio",
   "origin": "CN",
   "organisations": [
    "SparkAudio"
   ],
   "families": [
    "Spark-TTS"
   ],
   "exact": []
  },
  {
   "id": "2noise",
   "name": "2noise",
   "origin": "CN",
   "organisations": [
    "2noise"
   ],
   "families": [
    "ChatTTS"
   ],
   "exact": []
  },
  {
   "id": "freedom-intelligence",
   "name": "FreedomIntelligence (CUHK Shenzhen)",
   "origin": "CN",
   "organisations": [
    "FreedomIntelligence"
   ],
   "families": [
    "HuatuoGPT",
    "華佗",
    "华佗"
   ],
   "exact": []
  },
  {
   "id": "tsinghua-mig",
   "name": "Tsinghua University",
   "origin": "CN",
   "organisations": [
    "THU-MIG",
    "thu-coai",
    "thu-ml"
   ],
   "families": [],
   "exact": []
  },
  {
   "id": "peking-university",
   "name": "Peking University",
   "origin": "CN",
   "organisations": [
    "PKU-YuanGroup",
    "PKU-Alignment",
    "LanguageBind"
   ],
   "families": [
    "Open-Sora-Plan",
    "ChatLaw"
   ],
   "exact": []
  },
  {
   "id": "dataocean",
   "name": "DataOcean AI",
   "origin": "CN",
   "organisations": [
    "DataoceanAI"
   ],
   "families": [],
   "exact": []
  },
  {
   "id": "wenet",
   "name": "WeNet community",
   "origin": "CN",
   "organisations": [
    "wenet-e2e"
   ],
   "families": [
    "WeNet"
   ],
   "exact": []
  },
  {
   "id": "shengshu",
   "name": "Shengshu Technology",
   "origin": "CN",
   "organisations": [
    "shengshu"
   ],
   "families": [
    "生數科技",
    "生数科技"
   ],
   "exact": [
    "Vidu"
   ]
  },
  {
   "id": "aishi",
   "name": "AISphere",
   "origin": "CN",
   "organisations": [
    "PixVerse"
   ],
   "families": [
    "PixVerse",
    "愛詩科技",
    "爱诗科技"
   ],
   "exact": []
  },
  {
   "id": "hidream",
   "name": "HiDream.ai",
   "origin": "CN",
   "organisations": [
    "HiDream-ai"
   ],
   "families": [
    "HiDream",
    "智象未來",
    "智象未来"
   ],
   "exact": []
  },
  {
   "id": "flagalpha",
   "name": "Llama Chinese community",
   "origin": "CN",
   "organisations": [
    "FlagAlpha"
   ],
   "families": [
    "Llama2-Chinese",
    "Llama3-Chinese",
    "Atom-7B"
   ],
   "exact": []
  },
  {
   "id": "opencsg",
   "name": "OpenCSG",
   "origin": "CN",
   "organisations": [
    "opencsg"
   ],
   "families": [
    "OpenCSG"
   ],
   "exact": []
  },
  {
   "id": "meta",
   "name": "Meta",
   "origin": "US",
   "organisations": [
    "meta-llama",
    "meta",
    "facebook"
   ],
   "families": [
    "Llama",
    "Meta-Llama",
    "CodeLlama"
   ],
   "exact": []
  },
  {
   "id": "google",
   "name": "Google",
   "origin": "US",
   "organisations": [
    "google"
   ],
   "families": [
    "Gemma"
   ],
   "exact": []
  },
  {
   "id": "openai",
   "name": "OpenAI",
   "origin": "US",
   "organisations": [
    "openai"
   ],
   "families": [
    "gpt-oss",
    "GPT-4",
    "GPT-3.5"
   ],
   "exact": []
  },
  {
   "id": "microsoft",
   "name": "Microsoft",
   "origin": "US",
   "organisations": [
    "microsoft"
   ],
   "families": [],
   "exact": [
    "Phi"
   ]
  },
  {
   "id": "nvidia",
   "name": "NVIDIA",
   "origin": "US",
   "organisations": [
    "nvidia"
   ],
   "families": [
    "Nemotron"
   ],
   "exact": []
  },
  {
   "id": "mistral",
   "name": "Mistral AI",
   "origin": "FR",
   "organisations": [
    "mistralai",
    "mistral"
   ],
   "families": [
    "Mistral",
    "Mixtral",
    "Magistral"
   ],
   "exact": []
  },
  {
   "id": "taide",
   "name": "TAIDE",
   "origin": "TW",
   "organisations": [
    "taide"
   ],
   "families": [
    "TAIDE",
    "TAIDELX"
   ],
   "exact": []
  },
  {
   "id": "tws",
   "name": "Taiwan AI Cloud (FFM)",
   "origin": "TW",
   "organisations": [
    "tws",
    "twcc"
   ],
   "families": [
    "FFM"
   ],
   "exact": []
  },
  {
   "id": "yentinglin",
   "name": "Taiwan-LLM",
   "origin": "TW",
   "organisations": [
    "yentinglin"
   ],
   "families": [
    "Llama-3-Taiwan",
    "Taiwan-LLM"
   ],
   "exact": []
  },
  {
   "id": "foxconn",
   "name": "Hon Hai Research Institute",
   "origin": "TW",
   "organisations": [
    "foxconn",
    "hon-hai"
   ],
   "families": [
    "FoxBrain"
   ],
   "exact": []
  }
 ],
 "sameModel": [
  "instruct",
  "instruction",
  "qat",
  "ud",
  "imatrix",
  "nf4",
  "quant",
  "original",
  "latest",
  "xl",
  "l",
  "chat",
  "base",
  "it",
  "preview",
  "thinking",
  "gguf",
  "gptq",
  "awq",
  "exl2",
  "mlx",
  "onnx",
  "bnb",
  "fp4",
  "fp8",
  "fp16",
  "bf16",
  "int4",
  "int8",
  "4bit",
  "8bit",
  "q4",
  "q5",
  "q6",
  "q8",
  "k",
  "m",
  "s",
  "dynamic",
  "quantized",
  "hf"
 ],
 "variants": [
  "large",
  "medium",
  "small",
  "mini",
  "tiny",
  "nano",
  "lite",
  "light",
  "lightning",
  "flash",
  "turbo",
  "plus",
  "pro",
  "max",
  "ultra",
  "air",
  "omni",
  "zh",
  "en",
  "cn",
  "multilingual",
  "coder",
  "vl",
  "vision",
  "audio",
  "embedding",
  "reranker",
  "rerank",
  "m3",
  "model",
  "llm",
  "模型",
  "大模型",
  "語言模型",
  "大語言模型"
 ],
 "bases": [
  {
   "match": "TAIDELX",
   "base": "Llama 3.1 8B"
  },
  {
   "match": "FFM",
   "base": "Llama 3.x"
  },
  {
   "match": "Taiwan-70B",
   "base": "Llama 3 70B"
  },
  {
   "match": "FoxBrain",
   "base": "Llama 3.1 70B"
  },
  {
   "match": "Magistral Small 2506",
   "base": "Mistral Small 3.1"
  },
  {
   "match": "Nemotron Ultra 253B v1",
   "base": "Llama 3.1 405B"
  },
  {
   "match": "Gemma-3-TAIDE-12b",
   "base": "Gemma 3 12B"
  },
  {
   "match": "gpt-oss",
   "base": "OpenAI"
  },
  {
   "match": "Gemma 4",
   "base": "Google"
  },
  {
   "match": "Nemotron 3",
   "base": "NVIDIA"
  },
  {
   "match": "Mistral",
   "base": "Mistral AI"
  }
 ],
 "grey": [
  {
   "id": "distilled-from-chinese-teacher",
   "example": "Llama-3.1-8B distilled from DeepSeek-R1 by a publisher elsewhere",
   "why": "US base and Chinese teacher"
  },
  {
   "id": "component",
   "example": "embedding or reranker or OCR or TTS part inside an allowed system",
   "why": "the rule names training and inference and does not say whether parts count"
  }
 ]
};
