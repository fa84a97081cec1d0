export const id=6628;
export const ids=[6628];
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
return isMissing?`--${name}: the value is missing (write one that begins with - as --${name}=-…)`:null}}),56628:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
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