export default definePageConfig({ navigationBarTitleText: "app" });
