module.exports = {
  projectName: "taro-app",
  date: "2026-1-1",
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: "dist",
  framework: "react",
  plugins: ["@tarojs/plugin-platform-weapp", "@tarojs/plugin-framework-react"],
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: false },
  copy: {
    patterns: [
      { from: "node_modules/yidi/dist/miniprogram/yidi_bg.wasm.br", to: "dist/yidi/yidi_bg.wasm.br" },
    ],
    options: {},
  },
  mini: {},
};
