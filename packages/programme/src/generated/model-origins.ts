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
    "DeepSeek"
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
    "alibaba-pai"
   ],
   "families": [
    "Qwen",
    "QwQ",
    "QVQ",
    "Tongyi",
    "通義",
    "通义",
    "阿里",
    "CosyVoice",
    "SenseVoice",
    "Fun-ASR"
   ],
   "exact": [
    "Wan",
    "GTE"
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
    "MiniMax"
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
    "OpenGVLab"
   ],
   "families": [
    "InternLM",
    "InternVL",
    "InternS1",
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
    "MiniCPM"
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
    "tencentarc"
   ],
   "families": [
    "Hunyuan",
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
    "豆包",
    "字節",
    "字节"
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
    "階躍",
    "阶跃"
   ],
   "exact": [
    "Step3",
    "Step-Audio",
    "Step-Video"
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
    "Aquila"
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
    "Skywork"
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
    "科大讯飞"
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
    "商汤"
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
    "TeleAI"
   ],
   "exact": []
  },
  {
   "id": "inclusion-ai",
   "name": "inclusionAI (Ant Group)",
   "origin": "CN",
   "organisations": [
    "inclusionAI"
   ],
   "families": [
    "inclusionAI"
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
    "Kwai-Keye"
   ],
   "families": [
    "Kolors",
    "KwaiYii",
    "快手",
    "可圖",
    "可图"
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
    "Meta-Llama"
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
   "example": "DeepSeek-R1-Distill-Llama-70B",
   "why": "US base and Chinese teacher"
  },
  {
   "id": "fine-tune-by-others",
   "example": "a fine-tune of Qwen by another publisher",
   "why": "Chinese base and another publisher"
  },
  {
   "id": "component",
   "example": "embedding or reranker or OCR or TTS part inside an allowed system",
   "why": "the rule names training and inference and does not say whether parts count"
  }
 ]
};
