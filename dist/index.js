#!/usr/bin/env node

import{createRequire as __WEBPACK_EXTERNAL_createRequire}from"module";
var __webpack_modules__={42613:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`assert`)}),20181:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`buffer`)}),35317:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`child_process`)}),49140:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`constants`)}),76982:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`crypto`)}),72250:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`dns`)}),24434:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`events`)}),79896:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`fs`)}),91943:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`fs/promises`)}),58611:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`http`)}),65692:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`https`)}),69278:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`net`)}),34589:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:assert`)}),16698:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:async_hooks`)}),4573:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:buffer`)}),31421:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:child_process`)}),37540:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:console`)}),77598:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:crypto`)}),53053:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:diagnostics_channel`)}),40610:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:dns`)}),71553:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:dns/promises`)}),78474:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:events`)}),73024:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:fs`)}),51455:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:fs/promises`)}),37067:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:http`)}),32467:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:http2`)}),44708:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:https`)}),98995:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:module`)}),77030:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:net`)}),48161:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:os`)}),76760:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:path`)}),643:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:perf_hooks`)}),1708:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:process`)}),41792:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:querystring`)}),80481:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:readline`)}),80099:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:sqlite`)}),57075:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:stream`)}),46466:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:stream/promises`)}),37830:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:stream/web`)}),46193:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:string_decoder`)}),87997:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:timers`)}),58500:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:timers/promises`)}),41692:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:tls`)}),73136:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:url`)}),57975:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:util`)}),73429:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:util/types`)}),78877:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:v8`)}),75919:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:worker_threads`)}),38522:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`node:zlib`)}),70857:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`os`)}),16928:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`path`)}),932:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`process`)}),23785:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`readline`)}),2203:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`stream`)}),13193:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`string_decoder`)}),53557:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`timers`)}),64756:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`tls`)}),52018:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`tty`)}),87016:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`url`)}),39023:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`util`)}),98253:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`util/types`)}),43106:(module=>{
module.exports=__WEBPACK_EXTERNAL_createRequire(import.meta.url)(`zlib`)}),80342:((__webpack_module__,__unused_webpack___webpack_exports__,__nccwpck_require__)=>{
__nccwpck_require__.a(__webpack_module__,async(__webpack_handle_async_dependencies__,__webpack_async_result__)=>{
try{
var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__=__nccwpck_require__(75919);
var _run_expression_message_js__WEBPACK_IMPORTED_MODULE_1__=__nccwpck_require__(57781);
var _run_plan_thread_message_js__WEBPACK_IMPORTED_MODULE_2__=__nccwpck_require__(87705);
var _verifier_hash_task_js__WEBPACK_IMPORTED_MODULE_3__=__nccwpck_require__(13428);
async function run(args,env){
const isServant=args[0]===_run_expression_message_js__WEBPACK_IMPORTED_MODULE_1__.WK&&process.send!==undefined;
if(isServant)return(await Promise.all([__nccwpck_require__.e(9132),__nccwpck_require__.e(1527)]).then(__nccwpck_require__.bind(__nccwpck_require__,31527))).serveExpressions();
if(args[0]===_run_plan_thread_message_js__WEBPACK_IMPORTED_MODULE_2__.R&&!node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.isMainThread)return(await Promise.all([__nccwpck_require__.e(1661),__nccwpck_require__.e(4801),__nccwpck_require__.e(2748),__nccwpck_require__.e(4559)]).then(__nccwpck_require__.bind(__nccwpck_require__,4559))).servePlanThread();
if(args[0]===_verifier_hash_task_js__WEBPACK_IMPORTED_MODULE_3__.Y&&!node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.isMainThread)return(await Promise.all([__nccwpck_require__.e(1661),__nccwpck_require__.e(4295),__nccwpck_require__.e(6323)]).then(__nccwpck_require__.bind(__nccwpck_require__,6323))).serveHashChecks();
const isAction=env.GITHUB_ACTIONS===`true`;
if(isAction&&args[0]===`post`)return(await Promise.all([__nccwpck_require__.e(1659),__nccwpck_require__.e(663),__nccwpck_require__.e(4801),__nccwpck_require__.e(4920),__nccwpck_require__.e(1560),__nccwpck_require__.e(7639),__nccwpck_require__.e(6950)]).then(__nccwpck_require__.bind(__nccwpck_require__,6464))).runPost(env);
if(isAction&&args.length===0)return(await Promise.all([__nccwpck_require__.e(1659),__nccwpck_require__.e(663),__nccwpck_require__.e(1161),__nccwpck_require__.e(1661),__nccwpck_require__.e(4801),__nccwpck_require__.e(4920),__nccwpck_require__.e(2748),__nccwpck_require__.e(4295),__nccwpck_require__.e(1560),__nccwpck_require__.e(4376),__nccwpck_require__.e(7639),__nccwpck_require__.e(2274)]).then(__nccwpck_require__.bind(__nccwpck_require__,2274))).runAction(env);
return(await Promise.all([__nccwpck_require__.e(663),__nccwpck_require__.e(1161),__nccwpck_require__.e(1661),__nccwpck_require__.e(4801),__nccwpck_require__.e(4920),__nccwpck_require__.e(2748),__nccwpck_require__.e(4295),__nccwpck_require__.e(4376),__nccwpck_require__.e(4592)]).then(__nccwpck_require__.bind(__nccwpck_require__,14592))).runCli(args,env)}
const MIN_NODE_MAJOR=24;
if(Number.parseInt(process.versions.node,10)<MIN_NODE_MAJOR){
process.stderr.write(`error: cidaas-migrate needs Node ${MIN_NODE_MAJOR} or later, but this is ${process.versions.node}. Install Node ${MIN_NODE_MAJOR} (in a clone of the project, \`npm ci\` puts one into node_modules/.bin)\n`);
process.exit(3)}
for(const stream of[process.stdout,process.stderr])stream.on(`error`,()=>{});
process.exit(await run(process.argv.slice(2),process.env));
__webpack_async_result__()}catch(e){
__webpack_async_result__(e)}},1)}),57781:((__unused_webpack___webpack_module__,__webpack_exports__,__nccwpck_require__)=>{
__nccwpck_require__.d(__webpack_exports__,{WK:()=>EXPRESSIONS,u7:()=>unmarked,xI:()=>marked});
const EXPRESSIONS=`expressions`;
const UNREADABLE=Symbol(`unreadable`);
function marked(value){
if(typeof value===`symbol`)return new Date(0);
if(typeof value!==`object`||value===null)return value;
if(Array.isArray(value))return value.map(marked);
return Object.fromEntries(Object.entries(value).map(([key,inner])=>[key,marked(inner)]))}
function unmarked(value){
if(typeof value!==`object`||value===null)return value;
if(value instanceof Date)return UNREADABLE;
if(Array.isArray(value))return value.map(unmarked);
return Object.fromEntries(Object.entries(value).map(([key,inner])=>[key,unmarked(inner)]))}}),87705:((__unused_webpack___webpack_module__,__webpack_exports__,__nccwpck_require__)=>{
__nccwpck_require__.d(__webpack_exports__,{R:()=>PLAN_THREAD});
const PLAN_THREAD=`plan-thread`}),13428:((__unused_webpack___webpack_module__,__webpack_exports__,__nccwpck_require__)=>{
__nccwpck_require__.d(__webpack_exports__,{Y:()=>HASH_WORKER});
const HASH_WORKER=`check-hashes`})};
var __webpack_module_cache__={};
function __nccwpck_require__(moduleId){
var cachedModule=__webpack_module_cache__[moduleId];
if(cachedModule!==undefined){
return cachedModule.exports}
var module=__webpack_module_cache__[moduleId]={id:moduleId,loaded:false,exports:{}};
var threw=true;
try{
__webpack_modules__[moduleId].call(module.exports,module,module.exports,__nccwpck_require__);
threw=false}finally{
if(threw)delete __webpack_module_cache__[moduleId]}
module.loaded=true;
return module.exports}
__nccwpck_require__.m=__webpack_modules__;
if(typeof __nccwpck_require__!==`undefined`)__nccwpck_require__.ab=decodeURIComponent(new URL(`.`,import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/)?1:0,-1)+`/`;
(()=>{
var webpackQueues=typeof Symbol===`function`?Symbol(`webpack queues`):`__webpack_queues__`;
var webpackExports=typeof Symbol===`function`?Symbol(`webpack exports`):`__webpack_exports__`;
var webpackError=typeof Symbol===`function`?Symbol(`webpack error`):`__webpack_error__`;
var resolveQueue=queue=>{
if(queue&&queue.d<1){
queue.d=1;
queue.forEach(fn=>fn.r--);
queue.forEach(fn=>fn.r--?fn.r++:fn())}};
var wrapDeps=deps=>deps.map(dep=>{
if(dep!==null&&typeof dep===`object`){
if(dep[webpackQueues])return dep;
if(dep.then){
var queue=[];
queue.d=0;
dep.then(r=>{
obj[webpackExports]=r;
resolveQueue(queue)},e=>{
obj[webpackError]=e;
resolveQueue(queue)});
var obj={};
obj[webpackQueues]=fn=>fn(queue);
return obj}}
var ret={};
ret[webpackQueues]=x=>{};
ret[webpackExports]=dep;
return ret});
__nccwpck_require__.a=(module,body,hasAwait)=>{
var queue;
hasAwait&&((queue=[]).d=-1);
var depQueues=new Set;
var exports=module.exports;
var currentDeps;
var outerResolve;
var reject;
var promise=new Promise((resolve,rej)=>{
reject=rej;
outerResolve=resolve});
promise[webpackExports]=exports;
promise[webpackQueues]=fn=>(queue&&fn(queue),depQueues.forEach(fn),promise[`catch`](x=>{}));
module.exports=promise;
body(deps=>{
currentDeps=wrapDeps(deps);
var fn;
var getResult=()=>currentDeps.map(d=>{
if(d[webpackError])throw d[webpackError];
return d[webpackExports]});
var promise=new Promise(resolve=>{
fn=()=>resolve(getResult);
fn.r=0;
var fnQueue=q=>q!==queue&&!depQueues.has(q)&&(depQueues.add(q),q&&!q.d&&(fn.r++,q.push(fn)));
currentDeps.map(dep=>dep[webpackQueues](fnQueue))});
return fn.r?promise:getResult()},err=>(err?reject(promise[webpackError]=err):outerResolve(exports),resolveQueue(queue)));
queue&&queue.d<0&&(queue.d=0)}})();
(()=>{
var getProto=Object.getPrototypeOf?obj=>Object.getPrototypeOf(obj):obj=>obj.__proto__;
var leafPrototypes;
__nccwpck_require__.t=function(value,mode){
if(mode&1)value=this(value);
if(mode&8)return value;
if(typeof value===`object`&&value){
if(mode&4&&value.__esModule)return value;
if(mode&16&&typeof value.then===`function`)return value}
var ns=Object.create(null);
__nccwpck_require__.r(ns);
var def={};
leafPrototypes=leafPrototypes||[null,getProto({}),getProto([]),getProto(getProto)];
for(var current=mode&2&&value;typeof current==`object`&&!~leafPrototypes.indexOf(current);current=getProto(current)){
Object.getOwnPropertyNames(current).forEach(key=>def[key]=()=>value[key])}
def[`default`]=()=>value;
__nccwpck_require__.d(ns,def);
return ns}})();
(()=>{
__nccwpck_require__.d=(exports,definition)=>{
for(var key in definition){
if(__nccwpck_require__.o(definition,key)&&!__nccwpck_require__.o(exports,key)){
Object.defineProperty(exports,key,{enumerable:true,get:definition[key]})}}}})();
(()=>{
__nccwpck_require__.f={};
__nccwpck_require__.e=chunkId=>{
return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises,key)=>{
__nccwpck_require__.f[key](chunkId,promises);
return promises},[]))}})();
(()=>{
__nccwpck_require__.u=chunkId=>{
return``+chunkId+`.index.js`}})();
(()=>{
__nccwpck_require__.o=(obj,prop)=>Object.prototype.hasOwnProperty.call(obj,prop)})();
(()=>{
__nccwpck_require__.r=exports=>{
if(typeof Symbol!==`undefined`&&Symbol.toStringTag){
Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`})}
Object.defineProperty(exports,"__esModule",{value:true})}})();
(()=>{
__nccwpck_require__.nmd=module=>{
module.paths=[];
if(!module.children)module.children=[];
return module}})();
(()=>{
var installedChunks={8792:0};
var installChunk=data=>{
var{ids,modules,runtime}=data;
var moduleId,chunkId,i=0;
for(moduleId in modules){
if(__nccwpck_require__.o(modules,moduleId)){
__nccwpck_require__.m[moduleId]=modules[moduleId]}}
if(runtime)runtime(__nccwpck_require__);
for(;i<ids.length;i++){
chunkId=ids[i];
if(__nccwpck_require__.o(installedChunks,chunkId)&&installedChunks[chunkId]){
installedChunks[chunkId][0]()}
installedChunks[ids[i]]=0}};
__nccwpck_require__.f.j=(chunkId,promises)=>{
var installedChunkData=__nccwpck_require__.o(installedChunks,chunkId)?installedChunks[chunkId]:undefined;
if(installedChunkData!==0){
if(installedChunkData){
promises.push(installedChunkData[1])}else{
if(true){
var promise=import(`./`+__nccwpck_require__.u(chunkId)).then(installChunk,e=>{
if(installedChunks[chunkId]!==0)installedChunks[chunkId]=undefined;
throw e});
var promise=Promise.race([promise,new Promise(resolve=>installedChunkData=installedChunks[chunkId]=[resolve])]);
promises.push(installedChunkData[1]=promise)}}}}})();
var __webpack_exports__=__nccwpck_require__(80342);
__webpack_exports__=await __webpack_exports__;