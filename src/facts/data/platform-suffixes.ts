// Platforms that hand out subdomains: nobody but the platform can file what stands below. The first list is the part that
// matters here of the private section of the Public Suffix List (publicsuffix.org, MPL-2.0, entries chosen by hand), the
// second one is of shops and storage in China that do the same. A platform that is missing is read as an ordinary domain.

const pages =
  'github.io gitlab.io gitee.io codeberg.page bitbucket.io pages.dev workers.dev r2.dev vercel.app now.sh netlify.app web.app firebaseapp.com appspot.com run.app blogspot.com herokuapp.com onrender.com fly.dev surge.sh deno.dev replit.app repl.co glitch.me railway.app hf.space streamlit.app azurewebsites.net azurestaticapps.net cloudfront.net amazonaws.com ngrok.io ngrok-free.app trycloudflare.com wordpress.com wixsite.com weebly.com myshopify.com notion.site gitbook.io readthedocs.io js.org eu.org us.kg duckdns.org ddns.net dynv6.net'

const china =
  'taobao.com tmall.com 1688.com weidian.com youzan.com myqcloud.com tcloudbaseapp.com qcloud.la aliyuncs.com bcebos.com myhuaweicloud.com clouddn.com qiniucdn.com upcdn.net sinaapp.com applinzi.com coding.me coding-pages.com 3322.org f3322.net vicp.net vicp.cc gicp.net oicp.net'

export const platformSuffixes = `${pages} ${china}`
