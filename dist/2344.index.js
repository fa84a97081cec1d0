export const id=2344;
export const ids=[2344,6628];
export const modules={80775:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X8:()=>seeHelp,Xr:()=>readCommandFlags,eX:()=>readOnlyFlags});
var node_util__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(57975);
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(4581);
var _input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
function readCommandFlags(command,types,args){
const known={...types,help:`boolean`};
const options=Object.fromEntries(Object.entries(known).map(([name,type])=>[name,{type}]));
const{tokens,values,positionals}=(0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({...{args:[...args],options,strict:false,allowPositionals:true,tokens:true}});
const problems=tokens.flatMap(token=>{
const problem=token.kind===`option`?problemWith(token,known):null;
return problem===null?[]:[`${command}: ${problem} ${seeHelp(command)}`]});
if(problems.length>0)throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__.d(problems);
return{values,words:positionals}}
function readOnlyFlags(command,types,args){
const{values,words}=readCommandFlags(command,types,args);
if(words.length>0)throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`${command}: unexpected argument: this command takes only flags ${seeHelp(command)}`]);
return values}
function seeHelp(command){
return`(\`cidaas-migrate ${command} --help\` lists the flags)`}
function problemWith(token,known){
const{name,rawName,value,inlineValue}=token;
if(!Object.hasOwn(known,name)){
const near=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__.p)(name,Object.keys(known));
return`unknown flag ${rawName}.${near===null?``:` Did you mean --${near}?`}`}
if(known[name]===`boolean`)return value===undefined?null:`--${name} takes no value`;
const isMissing=value===undefined||!inlineValue&&/^-./.test(value);
return isMissing?`--${name}: the value is missing (write one that begins with - as --${name}=-…)`:null}}),72344:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{runVerifier:()=>runVerifier});
var external_node_os_=__webpack_require__(48161);
var input_error=__webpack_require__(30199);
var external_node_crypto_=__webpack_require__(77598);
;
const MIN_TOKEN_LENGTH=32;
function sharedTokenAccess(expected){
const digest=sha256(expected);
return async token=>(0,external_node_crypto_.timingSafeEqual)(sha256(token),digest)?`allowed`:`refused`}
async function accessOf(checks,authorization){
if(checks.length===0)return`allowed`;
const[,token=``]=/^bearer +(\S+)$/i.exec(authorization??``)??[];
if(token===``)return`refused`;
const verdicts=[];
for(const check of checks){
verdicts.push(await check(token));
if(verdicts.includes(`allowed`))return`allowed`}
return verdicts.includes(`unavailable`)?`unavailable`:`refused`}
function sha256(text){
return(0,external_node_crypto_.createHash)(`sha256`).update(text).digest()}
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var secret_id=__webpack_require__(23735);
var source_secrets=__webpack_require__(56012);
;
const SECRET_VARIABLE=`CIDAAS_VERIFIER_SECRET_`;
async function loadSourceSecrets(env,folder){
const problems=[];
const named=new Map;
const add=(names,text,place)=>{
const isBase64=names.includes(secret_id.lN)&&!text.startsWith(`base64:`);
const bytes=(0,source_secrets.D0)(isBase64?`base64:${text}`:text);
if(names.some(name=>named.has(name)))problems.push(`${place}: this secret is given twice`);else if(!names.every(secret_id.I$))problems.push(`${place}: the name of a secret begins with a letter and has only letters, digits and \`_.-\``);else if(bytes===null)problems.push(`${place}: the value is empty, or not the base64 that it should be`);else for(const name of names)named.set(name,bytes)};
for(const[variable,text=``]of Object.entries(env))if(variable.startsWith(SECRET_VARIABLE))add(spellings(variable.slice(SECRET_VARIABLE.length)),text,variable);
if(folder!==null)for(const[name,text]of await filesOf(folder))add([name],text,`--secrets-dir: ${(0,external_node_path_.join)(folder,name)}`);
if(problems.length>0)throw new input_error.d(problems);
return{named}}
function spellings(name){
const lower=name.toLowerCase();
return[...new Set([name,lower,lower.replaceAll(`_`,`-`)])]}
async function filesOf(folder){
const names=(await readable(folder,(0,promises_.readdir)(folder))).filter(name=>!name.startsWith(`.`)).sort();
return Promise.all(names.map(async name=>{
const path=(0,external_node_path_.join)(folder,name);
return[name,(await readable(path,(0,promises_.readFile)(path,`utf8`))).replace(/\r?\n$/,``)]}))}
async function readable(path,reading){
try{
return await reading}catch(cause){
const problem=`--secrets-dir: ${path} cannot be read (${cause.code}). Name a folder that has only files, and that this user may read.`;
throw new input_error.d([problem],{cause})}}
var external_node_http_=__webpack_require__(37067);
var external_node_https_=__webpack_require__(44708);
var is_object=__webpack_require__(60675);
;
const MAX_BODY_BYTES=8*1024;
async function readBody(request){
if(Number(request.headers[`content-length`]??0)>MAX_BODY_BYTES)return`too-large`;
const chunks=[];
try{
let length=0;
for await(const chunk of request){
chunks.push(chunk);
length+=chunk.length;
if(length>MAX_BODY_BYTES)return`too-large`}
return Buffer.concat(chunks)}finally{
for(const chunk of chunks)chunk.fill(0)}}
function readComparison(body){
const value=parsed(body);
if(!(0,is_object.G)(value))return`the body must be a JSON object in UTF-8`;
const nested=value.passwordVerification;
const passwordHash=((0,is_object.G)(nested)?nested.passwordHash:undefined)??value.passwordHash;
if(typeof value.password!==`string`)return"`password` must be a text";
if(typeof passwordHash!==`string`||passwordHash===``)return"`passwordVerification.passwordHash` must be a text that is not empty";
return{passwordHash,password:new TextEncoder().encode(value.password)}}
function parsed(body){
try{
return JSON.parse(new TextDecoder(`utf-8`,{fatal:true}).decode(body))}catch{
return undefined}}
;
async function answerComparison(endpoint,request,left){
const startedAt=endpoint.now();
const refusal=refusalOf(await accessOf(endpoint.access,request.headers.authorization))??unfit(request);
if(refusal!==null)return refusal;
const body=await readBody(request);
if(body===`too-large`)return{status:413,error:`the body is too large`};
const task=readComparison(body);
body.fill(0);
if(typeof task===`string`)return{status:400,error:task};
return await compare(endpoint,task,left,startedAt)}
function refusalOf(verdict){
switch(verdict){case`allowed`:return null;case`refused`:return{status:401,error:`the token is missing, wrong or expired`,headers:{"www-authenticate":`Bearer`}};case`unavailable`:return busy(`the keys of the tenant cannot be fetched`)}}
function unfit({method,url=``,headers}){
if(method!==`POST`)return{status:405,error:`only POST is answered`,headers:{allow:`POST`}};
if(new URLSearchParams(url.split(`?`)[1]??``).get(`action`)!==`compare`)return{status:400,error:"the only action is `compare`: POST …?action=compare"};
if((headers[`content-encoding`]??`identity`)!==`identity`)return{status:415,error:`the body must not be compressed`};
return null}
async function compare({pool,guesses,metrics,now},task,left,startedAt){
const guess=guesses.begin(task.passwordHash);
if(`waitMs`in guess){
task.password.fill(0);
const headers={"retry-after":String(Math.ceil(guess.waitMs/1e3))};
return{status:429,error:`too many wrong passwords for this hash`,headers}}
const result=await pool.check(task,left);
if(typeof result===`string`){
guess.refund();
return unanswered(result)}
metrics.checked(result,now()-startedAt);
if(result.outcome!==`refused`)guess.refund();
return answerOf(result)}
function answerOf(finding){
switch(finding.outcome){case`verified`:case`refused`:return{status:200,verified:finding.outcome===`verified`};case`unreadable`:return{status:400,error:`the hash ${finding.why}`};case`uncheckable`:return{status:422,error:`the hash cannot be checked here: ${finding.why}`}}}
function unanswered(why){
switch(why){case`full`:return busy(`too many passwords are being checked`);case`time`:return busy(`the check took too long`);case`left`:case`failed`:return busy(`the check was ended`)}}
function busy(error){
return{status:503,error,headers:{"retry-after":`1`}}}
;
function compareListener(endpoint,log,state){
const handle=async(request,response)=>{
if(request.method===`GET`&&request.url===`/healthz`){
send(request,response,{status:200,body:{status:200,success:true}},state.isClosing);
return}
const left=new AbortController;
response.once(`close`,()=>left.abort());
const answer=await answerComparison(endpoint,request,left.signal);
endpoint.metrics.answered(answer.status);
send(request,response,{...answer,body:bodyOf(answer)},state.isClosing)};
return(request,response)=>{
handle(request,response).catch(error=>{
if(request.destroyed&&!request.complete)return;
log.error(`A request failed because of a defect of the verifier (${error.name}).`);
endpoint.metrics.answered(500);
const body={status:500,success:false,error:`the verifier failed`};
if(!response.headersSent)send(request,response,{status:500,body},true)})}}
function send(request,response,{status,headers={},body},isLast){
const ends=isLast||!request.complete;
response.writeHead(status,{...{"content-type":`application/json`,"cache-control":`no-store`,...headers},...ends?{connection:`close`}:{}});
response.end(JSON.stringify(body))}
function bodyOf({status,verified,error}){
return verified===undefined?{status,success:false,error}:{status,success:true,data:{verified}}}
;
class GuessLimit{
#levels=new Map;
#options;
#key;
#now;
constructor(options,key,now){
this.#options=options;
this.#key=key;
this.#now=now}
get size(){
return this.#levels.size}
begin(passwordHash){
const{burst,refillMs,maxHashes}=this.#options;
const id=(0,external_node_crypto_.createHmac)(`sha256`,this.#key).update(passwordHash).digest(`base64url`).slice(0,22);
const level=this.#level(id);
const waitMs=level.debtMs+refillMs-burst*refillMs;
if(waitMs>0)return{waitMs};
level.debtMs+=refillMs;
this.#levels.delete(id);
this.#levels.set(id,level);
const[first]=this.#levels.keys();
if(this.#levels.size>maxHashes&&first!==undefined)this.#levels.delete(first);
return{refund:()=>this.#refund(id)}}
#level(id){
const now=this.#now();
const level=this.#levels.get(id)??{debtMs:0,at:now};
level.debtMs=Math.max(0,level.debtMs-(now-level.at));
level.at=now;
return level}
#refund(id){
if(!this.#levels.has(id))return;
const level=this.#level(id);
level.debtMs=Math.max(0,level.debtMs-this.#options.refillMs);
if(level.debtMs===0)this.#levels.delete(id)}}
var external_node_worker_threads_=__webpack_require__(75919);
var hash_task=__webpack_require__(13428);
;
const IS_SOURCE=import.meta.filename.endsWith(`.ts`);
const MAIN=IS_SOURCE?(0,external_node_path_.join)(import.meta.dirname,`../main.ts`):(0,external_node_path_.join)(import.meta.dirname,`index.js`);
const MAX_HEAP_MB=64;
const RESTART_MS=1e3;
class HashPool{
#options;
#threads=new Set;
#waiting=[];
#isClosing=false;
constructor(options){
this.#options=options}
static async start(options){
const pool=new HashPool(options);
const started=Array.from({length:options.threads},()=>pool.#start());
await Promise.all(started).catch(async error=>{
await pool[Symbol.asyncDispose]();
throw error});
return pool}
get waiting(){
return this.#waiting.length}
get busy(){
return[...this.#threads].filter(({job})=>job!==null).length}
async check(task,left){
if(this.#isClosing||left.aborted||this.#isFull()){
task.password.fill(0);
return left.aborted?`left`:`full`}
const{promise,resolve}=Promise.withResolvers();
const timer=setTimeout(()=>this.#drop(job,`time`),this.#options.maxWaitMs);
const job={task,settle:resolve,timer};
const leave=()=>this.#drop(job,`left`);
left.addEventListener(`abort`,leave,{once:true});
this.#waiting.push(job);
this.#assign();
try{
return await promise}finally{
left.removeEventListener(`abort`,leave)}}
async[Symbol.asyncDispose](){
this.#isClosing=true;
for(const job of[...this.#waiting])this.#drop(job,`failed`);
await Promise.all([...this.#threads].map(({worker})=>worker.terminate()))}
#isFull(){
const idle=[...this.#threads].filter(({isReady,job})=>isReady&&job===null).length;
return this.#waiting.length>=this.#options.maxWaiting+idle}
#assign(){
for(const thread of this.#threads){
if(!thread.isReady||thread.job!==null)continue;
const job=this.#waiting.shift();
if(job===undefined)return;
thread.job=job;
clearTimeout(job.timer);
job.timer=setTimeout(()=>this.#overrun(thread,job),this.#options.maxCheckMs);
thread.worker.postMessage(job.task,[job.task.password.buffer])}}
#drop(job,why){
const at=this.#waiting.indexOf(job);
if(at>=0){
clearTimeout(job.timer);
this.#waiting.splice(at,1);
job.task.password.fill(0)}
job.settle(why)}
#overrun({worker},job){
job.settle(`time`);
void worker.terminate()}
#release(thread,result){
clearTimeout(thread.job?.timer);
thread.job?.settle(result);
thread.job=null}
#start(){
const{promise,resolve,reject}=Promise.withResolvers();
const worker=new external_node_worker_threads_.Worker(MAIN,{...{argv:[hash_task.Y],execArgv:[],env:{},workerData:this.#options.secrets},resourceLimits:{maxOldGenerationSizeMb:MAX_HEAP_MB}});
const thread={worker,isReady:false,job:null};
this.#threads.add(thread);
worker.on(`message`,message=>{
if(message===`ready`){
thread.isReady=true;
resolve()}else this.#release(thread,message);
this.#assign()});
worker.on(`error`,reject);
worker.on(`exit`,()=>{
reject(new Error(`a thread that checks hashes ended while it started`));
this.#release(thread,`failed`);
this.#threads.delete(thread);
if(!this.#isClosing)this.#replace(thread.isReady?0:RESTART_MS)});
return promise}
#replace(afterMs){
setTimeout(()=>{
if(!this.#isClosing)this.#start().catch(()=>undefined)},afterMs).unref()}}
;
async function listen(server,{host,port},flag){
await new Promise((resolve,reject)=>{
server.once(`error`,reject);
server.listen(port,host,resolve)}).catch(cause=>{
const problem=`The verifier cannot listen on ${host}, port ${port} (${cause.code}). Set another one with \`${flag}\`.`;
throw new input_error.d([problem],{cause})});
return server.address().port}
function urlHost({host}){
return host.includes(`:`)?`[${host}]`:host}
async function closeServer(server,graceMs){
const timer=setTimeout(()=>server.closeAllConnections(),graceMs);
await new Promise(resolve=>server.close(()=>resolve()));
clearTimeout(timer)}
;
async function startMetricsServer(address,metrics,state){
const pageOf=url=>{
switch(url){case`/metrics`:return[200,metrics()];case`/healthz`:return state.isClosing?[503,`closing
`]:[200,`ok
`];default:return NOT_FOUND}};
const server=(0,external_node_http_.createServer)({headersTimeout:5e3,requestTimeout:5e3},({method,url},response)=>{
const[status,text]=method===`GET`?pageOf(url):NOT_FOUND;
response.writeHead(status,{"content-type":`text/plain; version=0.0.4; charset=utf-8`});
response.end(text)});
server.maxConnections=20;
const port=await listen(server,address,`--metrics-port`);
return{url:`http://${urlHost(address)}:${port}`,[Symbol.asyncDispose]:()=>closeServer(server,0)}}
const NOT_FOUND=[404,`not found
`];
var external_node_tls_=__webpack_require__(41692);
;
async function readTlsFiles({cert,key}){
const texts={cert:await readPem(`--tls-cert`,cert),key:await readPem(`--tls-key`,key)};
const problem=pairProblem(texts);
if(problem!==null)throw new input_error.d([`--tls-cert and --tls-key: ${problem} (${cert}, ${key})`]);
return texts}
function pairProblem({cert,key}){
try{
if(!new external_node_crypto_.X509Certificate(cert).checkPrivateKey((0,external_node_crypto_.createPrivateKey)(key)))return`the key is not that of the certificate`;
(0,external_node_tls_.createSecureContext)({cert,key});
return null}catch(error){
return`no certificate with its key, in PEM and without a passphrase (${error.code??`unreadable`})`}}
async function renewTls(server,files,current){
const texts=await readTlsFiles(files);
if(texts.cert===current.cert&&texts.key===current.key)return current;
server.setSecureContext(texts);
return texts}
async function readPem(flag,path){
try{
return await(0,promises_.readFile)(path,`utf8`)}catch(cause){
const problem=`${flag}: ${path} cannot be read (${cause.code}). Name a PEM file that this user may read.`;
throw new input_error.d([problem],{cause})}}
;
const BUCKETS=[.005,.01,.025,.05,.1,.25,.5,1,2.5,5,10];
class VerifierMetrics{
#startedAt;
#wallNow;
#checks=new Map;
#answers=new Map;
#durations=new Map;
#lastVerified=new Map;
#minute={verified:0,refused:0,other:0,slowestMs:0};
constructor(wallNow){
this.#wallNow=wallNow;
this.#startedAt=wallNow()}
checked(finding,ms){
const algorithm=`algorithm`in finding?finding.algorithm:`unknown`;
add(this.#checks,`algorithm="${algorithm}",outcome="${finding.outcome}"`);
if(finding.outcome!==`verified`&&finding.outcome!==`refused`)return;
this.#minute.slowestMs=Math.max(this.#minute.slowestMs,ms);
this.#measure(finding.algorithm,ms/1e3);
if(finding.outcome===`verified`)this.#lastVerified.set(finding.algorithm,this.#wallNow());
this.#minute[finding.outcome]++}
answered(status){
add(this.#answers,status);
if(status!==200)this.#minute.other++}
line({waiting,busy}){
const{verified,refused,other,slowestMs}=this.#minute;
this.#minute={verified:0,refused:0,other:0,slowestMs:0};
return`metrics: verified=${verified} refused=${refused} other=${other} slowest_ms=${Math.round(slowestMs)} waiting=${waiting} busy=${busy}`}
prometheus({waiting,busy,limitedHashes}){
const answers=[...this.#answers].map(([status,count])=>[`status="${status}"`,count]);
const last=[...this.#lastVerified].map(([name,at])=>[`algorithm="${name}"`,at/1e3]);
return[...metric(`checks_total`,`counter`,`Passwords compared with a hash, by algorithm and outcome.`,[...this.#checks]),...metric(`answers_total`,`counter`,`Answers to requests to compare, by HTTP status.`,answers),...metric(`last_verified_timestamp_seconds`,`gauge`,`When a password was last right, by algorithm.`,last),...this.#histogram(),...metric(`waiting`,`gauge`,`Checks that wait for a thread.`,[[``,waiting]]),...metric(`busy_threads`,`gauge`,`Threads that check a hash.`,[[``,busy]]),...metric(`limited_hashes`,`gauge`,`Hashes with wrong passwords that count for the limit.`,[[``,limitedHashes]]),...metric(`started_timestamp_seconds`,`gauge`,`When this process started.`,[[``,this.#startedAt/1e3]]),``].join(`
`)}
#measure(algorithm,seconds){
const histogram=this.#durations.get(algorithm)??{counts:BUCKETS.map(()=>0),sum:0,total:0};
const bucket=BUCKETS.findIndex(limit=>seconds<=limit);
if(bucket>=0)histogram.counts[bucket]=(histogram.counts[bucket]??0)+1;
histogram.sum+=seconds;
histogram.total++;
this.#durations.set(algorithm,histogram)}
#histogram(){
const name=`check_duration_seconds`;
const lines=metric(name,`histogram`,`From the request to the finding, by algorithm.`,[]);
for(const[algorithm,{counts,sum,total}]of this.#durations){
const label=`algorithm="${algorithm}"`;
let below=0;
for(const[at,limit]of BUCKETS.entries()){
below+=counts[at]??0;
lines.push(sample(`${name}_bucket`,`${label},le="${limit}"`,below))}
lines.push(sample(`${name}_bucket`,`${label},le="+Inf"`,total),sample(`${name}_sum`,label,sum));
lines.push(sample(`${name}_count`,label,total))}
return lines}}
function add(counts,key){
counts.set(key,(counts.get(key)??0)+1)}
function metric(name,type,help,samples){
const head=[`# HELP cidaas_verifier_${name} ${help}`,`# TYPE cidaas_verifier_${name} ${type}`];
return[...head,...samples.map(([labels,value])=>sample(name,labels,value))]}
function sample(name,labels,value){
return`cidaas_verifier_${name}${labels===``?``:`{${labels}}`} ${value}`}
;
var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
if(value!==null&&value!==void 0){
if(typeof value!==`object`&&typeof value!==`function`)throw new TypeError(`Object expected.`);
var dispose,inner;
if(async){
if(!Symbol.asyncDispose)throw new TypeError(`Symbol.asyncDispose is not defined.`);
dispose=value[Symbol.asyncDispose]}
if(dispose===void 0){
if(!Symbol.dispose)throw new TypeError(`Symbol.dispose is not defined.`);
dispose=value[Symbol.dispose];
if(async)inner=dispose}
if(typeof dispose!==`function`)throw new TypeError(`Object not disposable.`);
if(inner)dispose=function(){
try{
inner.call(this)}catch(e){
return Promise.reject(e)}};
env.stack.push({value,dispose,async})}else if(async){
env.stack.push({async:true})}
return value};
var __disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
return function(env){
function fail(e){
env.error=env.hasError?new SuppressedError(e,env.error,`An error was suppressed during disposal.`):e;
env.hasError=true}
var r,s=0;
function next(){
while(r=env.stack.pop()){
try{
if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next);
if(r.dispose){
var result=r.dispose.call(r.value);
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){
fail(e);
return next()})}else s|=1}catch(e){
fail(e)}}
if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve();
if(env.hasError)throw env.error}
return next()}})(typeof SuppressedError===`function`?SuppressedError:function(error,suppressed,message){
var e=new Error(message);
return e.name=`SuppressedError`,e.error=error,e.suppressed=suppressed,e});
async function startVerifier(options){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{address,limits,clock,log}=options;
const started=__addDisposableResource(env_1,new AsyncDisposableStack,true);
const texts=options.tls===null?null:await readTlsFiles(options.tls);
const pool=started.use(await HashPool.start(options.pool));
const guesses=new GuessLimit(options.guesses,(0,external_node_crypto_.randomBytes)(32),clock.now);
const metrics=new VerifierMetrics(clock.wallNow);
const state={isClosing:false};
const gauges=()=>({waiting:pool.waiting,busy:pool.busy,limitedHashes:guesses.size});
const server=createLimitedServer(limits,texts);
server.on(`request`,compareListener({access:options.access,pool,guesses,metrics,now:clock.now},log,state));
const metricsServer=options.metrics===null?null:started.use(await startMetricsServer(options.metrics,()=>metrics.prometheus(gauges()),state));
const port=await listen(server,address,`--port`);
const minute=setInterval(everyMinute(options,server,texts,()=>metrics.line(gauges())),options.minuteMs);
const held=started.move();
let closing;
const close=async()=>{
state.isClosing=true;
clearInterval(minute);
await closeServer(server,limits.graceMs);
await held.disposeAsync();
log.info(metrics.line(gauges()))};
const closeOnce=()=>closing??=close();
return{url:`${texts===null?`http`:`https`}://${urlHost(address)}:${port}`,metricsUrl:metricsServer?.url??null,close:closeOnce,[Symbol.asyncDispose]:closeOnce}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
function createLimitedServer(limits,texts){
const options={...{headersTimeout:limits.headersMs,requestTimeout:limits.requestMs,keepAliveTimeout:limits.idleMs},...{connectionsCheckingInterval:Math.min(1e3,limits.headersMs),maxHeaderSize:8*1024}};
const server=texts===null?(0,external_node_http_.createServer)(options):(0,external_node_https_.createServer)({...options,...texts,minVersion:`TLSv1.2`,handshakeTimeout:limits.headersMs});
server.maxConnections=limits.maxConnections;
return server}
function everyMinute({tls,log},server,first,line){
let texts=first;
return()=>{
log.info(line());
if(tls===null||texts===null)return;
renewTls(server,tls,texts).then(renewed=>{
if(renewed!==texts)log.info(`The certificate was renewed.`);
texts=renewed},error=>log.error(`The old certificate stays in use: ${error.message}`))}}
;
const ALGORITHMS=[...[`RS256`,`RS384`,`RS512`,`PS256`,`PS384`,`PS512`],...[`ES256`,`ES384`,`ES512`,`EdDSA`,`Ed25519`]];
const FETCH_TIMEOUT_MS=5e3;
const KEYS_MAX_AGE_MS=10*6e4;
const FETCH_COOLDOWN_MS=3e4;
const OF_THE_FETCH=[`ERR_JOSE_GENERIC`,`ERR_JWKS_TIMEOUT`,`ERR_JWKS_INVALID`];
async function tenantTokenAccess(options){
const{createRemoteJWKSet,errors,jwtVerify}=await __webpack_require__.e(7273).then(__webpack_require__.bind(__webpack_require__,69654));
const{issuer,jwksUrl,audience,scope,wallNow}=options;
const keys=createRemoteJWKSet(new URL(jwksUrl),{timeoutDuration:FETCH_TIMEOUT_MS,cacheMaxAge:KEYS_MAX_AGE_MS,cooldownDuration:FETCH_COOLDOWN_MS});
return async token=>{
try{
const{payload}=await jwtVerify(token,keys,{...{issuer,algorithms:ALGORITHMS,requiredClaims:[`exp`],currentDate:new Date(wallNow())},...audience===null?{}:{audience}});
return scope===null||scopesOf(payload).includes(scope)?`allowed`:`refused`}catch(error){
return error instanceof errors.JOSEError&&!OF_THE_FETCH.includes(error.code)?`refused`:`unavailable`}}}
function scopesOf(claims){
return[claims.scopes,claims.scope,claims.scp].flatMap(value=>typeof value===`string`?value.split(` `):Array.isArray(value)?value:[])}
var verifier_flags=__webpack_require__(56628);
var tenant_url=__webpack_require__(38322);
;
function readVerifierSettings(flags,token){
const problems=[];
const integer=(name,min,max)=>{
const text=flags[name];
const value=/^\d{1,5}$/.test(text)?Number(text):-1;
if(value<min||value>max)problems.push(`\`--${name}\` must be a whole number from ${min} to ${max}.`);
return value};
const address={host:flags.host,port:integer(`port`,0,65535)};
const settings={address,tls:tlsOf(flags,problems),token:tokenOf(token,problems),tenant:tenantOf(flags,problems),secretsDir:orNull(flags[`secrets-dir`]),threads:flags.threads===``?null:integer(`threads`,1,64),maxWaiting:integer(`max-waiting`,0,1e4),maxWrong:integer(`max-wrong`,1,1e3),metrics:flags[`metrics-port`]===`off`?null:{host:flags[`metrics-host`],port:integer(`metrics-port`,0,65535)}};
problems.push(...inTheOpen(settings,flags[`behind-proxy`]));
return{settings,problems}}
function inTheOpen({address,tls,token,tenant},isBehindProxy){
if((0,tenant_url.U)(urlHost(address))&&!isBehindProxy)return[];
const problems=[];
if(tls===null&&!isBehindProxy)problems.push(`The verifier receives passwords in clear text, so it does not listen on ${address.host} without TLS. Set \`--tls-cert\` and \`--tls-key\`, or \`--behind-proxy\` if a proxy in front of it has the certificate.`);
if(token===null&&tenant===null)problems.push("Without a token, everyone who reaches the verifier could guess passwords. Set `--tenant-url` with `--audience` or `--scope`, or CIDAAS_VERIFIER_TOKEN in the environment.");
return problems}
function tlsOf(flags,problems){
const[cert,key]=[flags[`tls-cert`],flags[`tls-key`]];
if(cert===``!==(key===``))problems.push("`--tls-cert` and `--tls-key` belong together: set both.");
if(cert!==``&&flags[`behind-proxy`])problems.push("`--behind-proxy` means plain HTTP: leave it out, or leave out `--tls-cert` and `--tls-key`.");
return cert===``||key===``?null:{cert,key}}
function tokenOf(token,problems){
if(token===undefined||token===``)return null;
if(token.length<MIN_TOKEN_LENGTH||/[^\x21-\x7e]/.test(token))problems.push(`CIDAAS_VERIFIER_TOKEN must have at least ${MIN_TOKEN_LENGTH} characters, letters, digits and signs without blanks: \`openssl rand -hex 32\` makes one.`);
return token}
function tenantOf(flags,problems){
const given=flags[`tenant-url`].replace(/\/+$/,``);
const[audience,scope]=[orNull(flags.audience),orNull(flags.scope)];
if(given===``){
if(flags[`jwks-url`]!==``||audience!==null||scope!==null)problems.push("`--jwks-url`, `--audience` and `--scope` are for tokens of a tenant: set `--tenant-url`.");
return null}
const jwksUrl=flags[`jwks-url`]===``?`${given}/.well-known/jwks.json`:flags[`jwks-url`];
for(const[name,url]of[[`tenant-url`,given],[`jwks-url`,jwksUrl]])if(!isSafeUrl(url))problems.push(`\`--${name}\` must be an https URL (http only on loopback).`);
if(audience===null&&scope===null)problems.push("Every app and user of the tenant has tokens that it signed. Set `--audience` or `--scope` to what only the caller of the verifier has.");
return{issuer:given,jwksUrl,audience,scope}}
function isSafeUrl(text){
const url=URL.canParse(text)?new URL(text):null;
return url?.protocol===`https:`||url?.protocol===`http:`&&(0,tenant_url.U)(url.hostname)}
function orNull(text){
return text===``?null:text}
;
const LIMITS={maxConnections:500,headersMs:5e3,requestMs:1e4,idleMs:65e3,graceMs:15e3};
const MAX_WAIT_MS=5e3;
const MAX_CHECK_MS=1e4;
const MINUTE_MS=6e4;
const MAX_LIMITED_HASHES=1e5;
async function runVerifier(args,environment){
const{env,log,clock}=environment;
const{settings,problems}=readVerifierSettings((0,verifier_flags.readVerifierFlags)(args),env.CIDAAS_VERIFIER_TOKEN);
if(problems.length>0)throw new input_error.d(problems);
if(settings.token!==null)log.secret(settings.token);
const secrets=await loadSourceSecrets(env,settings.secretsDir);
const access=await accessChecks(settings,clock);
if(access.length===0)log.warning(`Every program on this machine may ask: no token is required on loopback.`);
const verifier=await startVerifier({...{address:settings.address,tls:settings.tls,access,metrics:settings.metrics,limits:LIMITS},pool:{secrets,threads:settings.threads??Math.max(2,(0,external_node_os_.availableParallelism)()),maxWaiting:settings.maxWaiting,...{maxWaitMs:MAX_WAIT_MS,maxCheckMs:MAX_CHECK_MS}},guesses:{burst:settings.maxWrong,refillMs:MINUTE_MS,maxHashes:MAX_LIMITED_HASHES},...{minuteMs:MINUTE_MS,clock,log}});
const names=[...secrets.named?.keys()??[]];
log.info(`The verifier listens on ${verifier.url} (POST ${verifier.url}/?action=compare).`);
log.info(`Secrets of the source: ${names.length===0?`none`:names.sort().join(`, `)}.`);
if(verifier.metricsUrl!==null)log.info(`Metrics: ${verifier.metricsUrl}/metrics`);
return verifier}
async function accessChecks({token,tenant},{wallNow}){
return[...token===null?[]:[sharedTokenAccess(token)],...tenant===null?[]:[await tenantTokenAccess({...tenant,wallNow})]]}}),56628:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{VERIFIER_FLAGS:()=>VERIFIER_FLAGS,VERIFIER_HELP:()=>VERIFIER_HELP,readVerifierFlags:()=>readVerifierFlags});
var _runtime_command_flags_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80775);
const VERIFIER_FLAGS={host:`127.0.0.1`,port:`8443`,"tls-cert":``,"tls-key":``,"behind-proxy":false,"tenant-url":``,"jwks-url":``,audience:``,scope:``,"secrets-dir":``,threads:``,"max-waiting":`200`,"max-wrong":`10`,"metrics-host":`127.0.0.1`,"metrics-port":`9464`};
const VERIFIER_HELP=`cidaas-migrate verifier checks passwords for cidaas that cidaas cannot check itself: hashes that were imported under an id that begins with CUSTOM.
It answers POST …?action=compare and stops with Ctrl-C or SIGTERM. docs/verifier.md explains how to set it up.

Usage: cidaas-migrate verifier --host 0.0.0.0 --tls-cert cert.pem --tls-key key.pem --tenant-url https://acme.cidaas.de --audience APP_ID

  --host ADDRESS        where it listens; loopback unless given (default: 127.0.0.1)
  --port PORT           0 to 65535; 0 selects a free port (default: 8443)
  --tls-cert FILE       certificate with its chain, PEM; read again every minute
  --tls-key FILE        its key, PEM
  --behind-proxy        plain HTTP: a proxy in front of it has the certificate
  --tenant-url URL      accepts access tokens that this tenant has signed; needs --audience or --scope
  --jwks-url URL        keys of the tenant (default: <tenant-url>/.well-known/jwks.json)
  --audience ID         the claim aud that a token must have: the id of the app that calls the verifier
  --scope SCOPE         a scope that a token must have
  --secrets-dir FOLDER  secrets of the source, one file each: peppers, cookie keys, system salts, firebase-signer-key
  --threads COUNT       1 to 64; how many hashes are checked at a time (default: number of processors, at least 2)
  --max-waiting COUNT   0 to 10000; how many checks may wait for a thread (default: 200)
  --max-wrong COUNT     1 to 1000; wrong passwords for one hash before it must wait a minute for each further one (default: 10)
  --metrics-host ADDRESS, --metrics-port PORT
                        where /metrics and /healthz are served without a token; PORT off: nowhere (default: 127.0.0.1, 9464)
  --help                shows this help

The environment: CIDAAS_VERIFIER_TOKEN is a token that is accepted in place of one of the tenant (32 characters or more),
CIDAAS_VERIFIER_SECRET_<NAME> a secret of the source. TLS or --behind-proxy, and a token, are required outside loopback.
`;
function readVerifierFlags(args){
const types=Object.fromEntries(Object.entries(VERIFIER_FLAGS).map(([name,standard])=>[name,typeof standard===`boolean`?`boolean`:`string`]));
return{...VERIFIER_FLAGS,...(0,_runtime_command_flags_js__WEBPACK_IMPORTED_MODULE_0__.eX)(`verifier`,types,args)}}})};