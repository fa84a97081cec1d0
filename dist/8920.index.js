export const id=8920;
export const ids=[8920];
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
return isMissing?`--${name}: the value is missing (write one that begins with - as --${name}=-…)`:null}}),58920:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{SANDBOX_HELP:()=>SANDBOX_HELP,serveSandbox:()=>serveSandbox});
var _runtime_command_flags_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80775);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
var _sandbox_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(70891);
const SANDBOX_HELP=`cidaas-migrate sandbox starts a local substitute for a tenant. It prints its URL and client credentials as one line of JSON,
keeps all users in memory, and stops with Ctrl-C.

Usage: cidaas-migrate sandbox [--port 8080]

  --port PORT           0 to 65535; 0 selects a free port (default: 0)
  --latency-ms TIME     delay of each response in ms, 0 to 600000 (default: 0)
  --store full|index    full stores complete users, index only subs and identifiers, for large runs (default: full)
  --verifier URL        asks this verifier at logins of users whose hash has an id that begins with CUSTOM, with the token in
                        CIDAAS_VERIFIER_TOKEN if there is one; the app may then log users in with the password grant
  --help                shows this help
`;
async function serveSandbox(args,print,verifierToken){
const options=readFlags(args,verifierToken);
const sandbox=await(0,_sandbox_js__WEBPACK_IMPORTED_MODULE_2__.startSandbox)(options).catch(cause=>{
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`The sandbox cannot listen on port ${options.port} (${cause.code}). Set another port with \`--port\`.`],{cause})});
print(JSON.stringify({url:sandbox.url,clientId:sandbox.client.id,clientSecret:sandbox.client.secret}));
return sandbox}
const FLAGS={port:`string`,"latency-ms":`string`,store:`string`,verifier:`string`};
function readFlags(args,token){
const problems=[];
const values=(0,_runtime_command_flags_js__WEBPACK_IMPORTED_MODULE_0__.eX)(`sandbox`,FLAGS,args);
const integer=(name,max)=>{
const text=values[name]??`0`;
if(/^\d{1,9}$/.test(text)&&Number(text)<=max)return Number(text);
problems.push(`\`--${name}\` must be a whole number from 0 to ${max}.`);
return 0};
const port=integer(`port`,65535);
const latencyMs=integer(`latency-ms`,6e5);
const store=values.store??`full`;
if(store!==`full`&&store!==`index`)problems.push("`--store` must be `full` or `index`.");
const{verifier:url}=values;
if(url!==undefined&&!(URL.canParse(url)&&/^https?:$/.test(new URL(url).protocol)))problems.push("`--verifier` must be the URL of a verifier.");
if(problems.length>0)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d(problems);
const verifier=url===undefined?{}:{verifier:{url,token},behaviour:{passwordGrant:`offered`}};
return{port,latencyMs,store:store===`index`?`index`:`full`,...verifier}}})};