export const id=3272;
export const ids=[3272];
export const modules={40766:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A4:()=>shuffled,Mn:()=>randomInteger,QU:()=>seededUuid,ln:()=>seedFor,sK:()=>mulberry32});
function mulberry32(seed){
let state=seed|0;
return()=>{
state=state+1831565813|0;
let mixed=Math.imul(state^state>>>15,state|1);
mixed^=mixed+Math.imul(mixed^mixed>>>7,mixed|61);
return((mixed^mixed>>>14)>>>0)/4294967296}}
function seedFor(seed,...parts){
let hash=Math.imul(seed^2166136261,16777619);
for(const part of parts){
if(typeof part===`number`)hash=Math.imul(hash^part,16777619);else for(let at=0;at<part.length;at++)hash=Math.imul(hash^part.charCodeAt(at),16777619);
hash=Math.imul(hash^hash>>>16,2246822507);
hash^=hash>>>13}
return hash|0}
function pickOne(random,list){
return list[Math.floor(random()*list.length)]??list[0]}
function randomInteger(random,from,to){
return from+Math.floor(random()*(to-from+1))}
function shuffled(random,list){
const keyed=list.map(item=>({item,key:random()}));
return keyed.sort((a,b)=>a.key-b.key).map(({item})=>item)}
function seededUuid(random){
let hex=``;
for(let word=0;word<4;word++){
hex+=Math.floor(random()*4294967296).toString(16).padStart(8,`0`)}
return`${hex.slice(0,8)}-${hex.slice(8,12)}-4${hex.slice(13,16)}-a${hex.slice(17,20)}-${hex.slice(20,32)}`}}),70891:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{startSandbox:()=>startSandbox});
var external_node_http_=__webpack_require__(37067);
var promises_=__webpack_require__(58500);
var clock=__webpack_require__(10552);
var runtime_random=__webpack_require__(40766);
var external_node_crypto_=__webpack_require__(77598);
;
class AccessTokens{
#issued=new Map;
#now;
#lifetimeMs;
#count=0;
constructor(now,lifetimeSeconds){
this.#now=now;
this.#lifetimeMs=lifetimeSeconds*1e3}
issue(grant,issuer,clientId,withScopes){
const now=this.#now();
for(const[token,{expiresAt}]of this.#issued)if(expiresAt<=now)this.#issued.delete(token);
const seconds=Math.floor(now/1e3);
const claims={iss:issuer,aud:clientId,sub:`ANONYMOUS`,...withScopes?{scopes:grant.scopes}:{},roles:grant.roles,groups:[],iat:seconds,exp:seconds+Math.floor(this.#lifetimeMs/1e3),jti:String(++this.#count)};
const unsigned=`${base64url({alg:`HS256`,typ:`JWT`})}.${base64url(claims)}`;
const token=`${unsigned}.${(0,external_node_crypto_.createHmac)(`sha256`,issuer).update(unsigned).digest(`base64url`)}`;
this.#issued.set(token,{expiresAt:now+this.#lifetimeMs,scopes:new Set(grant.scopes)});
return token}
scopesOf(authorization){
if(authorization===undefined||!/^bearer /i.test(authorization))return null;
const token=this.#issued.get(authorization.slice(`bearer `.length));
return token!==undefined&&token.expiresAt>this.#now()?token.scopes:null}
revokeAll(){
this.#issued.clear()}}
function base64url(value){
return Buffer.from(JSON.stringify(value)).toString(`base64url`)}
;
class AccountStore{
#mode;
#bySub=new Map;
#owners=new Map;
#providers=new Set;
#activity=new Map;
constructor(mode){
this.#mode=mode}
get size(){
return this.#bySub.size}
get(sub){
return this.#bySub.get(sub)}
owner(key){
return this.#owners.get(key)}
put(account,keys){
const previous=this.#bySub.get(account.sub);
const held=this.#mode===`full`?{account,keys}:{account:null,keys:previous===undefined?keys:[...new Set([...previous.keys,...keys])]};
this.#replace(account.sub,previous,held);
for(const identity of account.identities)this.#providers.add(identity.provider);
return previous}
replaceAccount(account){
const held=this.#bySub.get(account.sub);
if(held?.account)this.#bySub.set(account.sub,{...held,account})}
remove(sub){
const held=this.#bySub.get(sub);
if(held===undefined)return false;
this.#replace(sub,held,undefined);
this.#activity.delete(sub);
return true}
note(sub,activity){
if(this.#mode===`full`)this.#activity.set(sub,{...this.#activity.get(sub),...activity})}
activity(sub){
return this.#activity.get(sub)??{}}
restore(sub,previous){
this.#replace(sub,this.#bySub.get(sub),previous)}
find(identifier,kinds){
if(this.#bySub.has(identifier))return identifier;
for(const provider of this.#providers){
for(const kind of kinds){
const sub=this.#owners.get(identifierKey(kind,provider,identifier));
if(sub!==undefined)return sub}}
return undefined}
accounts(){
const accounts=new Map;
for(const[sub,{account}]of this.#bySub){
if(account===null)throw new Error(`The sandbox keeps only an index of its users. Start it with store: 'full'.`);
accounts.set(sub,account)}
return accounts}
#replace(sub,before,after){
if(before!==undefined){
for(const key of before.keys)if(this.#owners.get(key)===sub)this.#owners.delete(key)}
if(after===undefined)this.#bySub.delete(sub);else{
this.#bySub.set(sub,after);
for(const key of after.keys)this.#owners.set(key,sub)}}}
function identifierKey(kind,provider,value){
return`${kind} ${provider} ${value.toLowerCase()}`}
;
function defaultBehaviour(){
return{stateKey:`process_state`,entryOrder:`request`,identifier:`object`,failedCode:`number`,badUser:`failed`,refusalStatus:417,errorCode:`number`,missingScopeStatus:403,invalidClientStatus:401,passwordGrant:`unauthorized_client`,scopesClaim:`present`,roles:`replace`,groups:`replace`,consents:`merge`,customFields:`merge`,address:`merge`,absentField:`kept`,nullField:`clears`,resentHash:`overwrites`,wrongType:`failed`}}
var is_object=__webpack_require__(60675);
;
const isString=value=>typeof value===`string`;
const isStringList=value=>Array.isArray(value)&&value.every(isString);
const isDate=value=>{
const found=typeof value===`string`?/^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value):null;
if(found===null)return false;
const[year,month,day]=[Number(found[1]),Number(found[2]),Number(found[3])];
return day<=28||new Date(Date.UTC(year,month-1,day)).getUTCDate()===day};
const isZonedInstant=value=>typeof value===`string`&&/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)&&!Number.isNaN(Date.parse(value));
const isMobile=value=>typeof value===`string`&&/^\+[1-9]\d{4,14}$/.test(value);
const isUrl=value=>typeof value===`string`&&URL.canParse(value);
const isStatus=value=>typeof value===`string`&&/^(VERIFIED|PENDING|DELETED|DECLINED|LOCKED|COMBINED)$/.test(value);
function emailCheck(undeliverable){
return value=>{
if(typeof value!==`string`||!/^[^\s@]+@([^\s@.]+\.)+[^\s@.]{2,}$/.test(value))return false;
const domain=value.slice(value.lastIndexOf(`@`)+1).toLowerCase();
return!domain.endsWith(`.invalid`)&&!undeliverable.has(domain)}}
const isPasswordHash=value=>{
if(!(0,is_object.G)(value))return false;
const{algorithmTypeId,passwordHash,hData}=value;
if(typeof algorithmTypeId!==`string`||typeof passwordHash!==`string`||passwordHash===``)return false;
if(hData!==undefined&&hData!==null&&!(0,is_object.G)(hData))return false;
if(algorithmTypeId.startsWith(`PBKDF2`))return(0,is_object.G)(hData)&&isString(hData.salt)&&isString(hData.iterations);
return/^(BCRYPT_([1-9]|1\d|20)|ARGON.*|SHA1|SHA256|HMAC.+|CUSTOM.*)$/.test(algorithmTypeId)};
function groupsCheck(groups,roles){
const areRoles=rolesCheck(roles);
return value=>Array.isArray(value)&&value.every(group=>(0,is_object.G)(group)&&isString(group.sub)&&typeof group.groupId===`string`&&(groups===null||groups.has(group.groupId))&&(group.roles===undefined||group.roles===null||areRoles(group.roles)))}
function rolesCheck(roles){
return value=>Array.isArray(value)&&value.every(role=>isString(role)&&(roles===null||roles.has(role)))}
const isConsents=value=>Array.isArray(value)&&value.every(consent=>(0,is_object.G)(consent)&&isString(consent.fieldKey)&&/^(ACCEPTED|REVOKED|SKIPPED)$/.test(String(consent.state)));
function customFieldCheck(field){
const type=typeCheck(field.dataType);
if(field.options===undefined)return type;
const options=new Set(field.options);
return value=>type(value)&&(Array.isArray(value)?value.every(one=>options.has(one)):options.has(value))}
function typeCheck(dataType){
switch(dataType){case`TEXT`:case`TEXTAREA`:case`SELECT`:case`RADIO`:case`EMAIL`:case`USERNAME`:return isString;case`NUMBER`:return value=>typeof value===`number`;case`CONSENT`:return value=>typeof value===`boolean`;case`CHECKBOX`:return value=>typeof value===`boolean`||Array.isArray(value);case`MULTISELECT`:case`ARRAY`:return isStringList;case`DATE`:return value=>isDate(value)||isZonedInstant(value);case`DAYDATE`:return isDate;case`URL`:return isUrl;case`MOBILE`:return isMobile;case`JSON_STRING`:return isJsonText;case`GROUPING`:return()=>false;default:return dataType}}
const isJsonText=value=>{
if(typeof value!==`string`)return false;
try{
JSON.parse(value);
return true}catch{
return false}};
;
const BUILT_IN_GROUPS=[{groupId:`CIDAAS_USERS`,groupType:`CIDAAS_USERS`},{groupId:`CIDAAS_ADMINS`,groupType:`CIDAAS_ADMINS`}];
function defaultSetup(){
return{fields:null,roles:null,groups:null,groupTypes:null,undeliverableDomains:[`no-mail.example.net`]}}
function allFields(setup){
const own=new Map((setup.fields??[]).map(field=>[field.fieldKey,field]));
const system=SYSTEM_FIELDS.map(([fieldKey,dataType])=>{
const field=own.get(fieldKey);
return field?.fieldType===`SYSTEM`?field:{fieldKey,fieldType:`SYSTEM`,dataType,enabled:true}});
return[...system,...(setup.fields??[]).filter(field=>field.fieldType===`CUSTOM`)]}
const SYSTEM_FIELDS=[[`email`,`EMAIL`],[`username`,`USERNAME`],[`mobile_number`,`MOBILE`],[`phone_number`,`TEXT`],[`given_name`,`TEXT`],[`family_name`,`TEXT`],[`middle_name`,`TEXT`],[`nickname`,`TEXT`],[`gender`,`TEXT`],[`birthdate`,`DATE`],[`locale`,`TEXT`],[`zoneinfo`,`TEXT`],[`profile`,`URL`],[`picture`,`URL`],[`website`,`URL`],[`address`,`TEXT`],[`formatted`,`TEXT`],[`street_address`,`TEXT`],[`locality`,`TEXT`],[`region`,`TEXT`],[`postal_code`,`TEXT`],[`country`,`TEXT`],[`createdTime`,`DATE`],[`lastLoggedInTime`,`DATE`]];
;
function compileFieldRules(setup){
const fields=allFields(setup);
const disabled=new Set(fields.filter(field=>!field.enabled).map(field=>field.fieldKey));
const custom=fields.filter(field=>field.fieldType===`CUSTOM`&&field.enabled);
const roles=setup.roles===null?null:new Set(setup.roles);
const groups=setup.groups===null?null:new Set([...BUILT_IN_GROUPS,...setup.groups].map(group=>group.groupId));
const enabled=rules=>new Map(rules.filter(([key])=>!disabled.has(key)));
return{account:enabled([[`userStatus`,isStatus],[`user_status_reason`,isString],[`customFields`,is_object.G],[`password_hash_info`,isPasswordHash],[`mfa_enabled`,value=>typeof value===`boolean`],[`roles`,rolesCheck(roles)],[`groups`,groupsCheck(groups,roles)],[`consents`,isConsents],[`createdTime`,isZonedInstant],[`lastLoggedInTime`,isZonedInstant]]),identity:enabled([[`identityId`,isString],[`provider`,isString],[`providerUserId`,isString],[`username`,isString],[`email`,emailCheck(new Set(setup.undeliverableDomains))],[`mobile_number`,isMobile],[`phone_number`,isString],[`given_name`,isString],[`family_name`,isString],[`middle_name`,isString],[`nickname`,isString],[`gender`,isString],[`birthdate`,isDate],[`locale`,isString],[`zoneinfo`,isString],[`profile`,isUrl],[`picture`,isUrl],[`website`,isUrl],[`address`,value=>(0,is_object.G)(value)&&Object.values(value).every(part=>part===null||isString(part))]]),address:new Set([`formatted`,`street_address`,`locality`,`region`,`postal_code`,`country`].filter(key=>!disabled.has(key))),custom:setup.fields===null?null:new Map(custom.map(field=>[field.fieldKey,customFieldCheck(field)])),customIdentifiers:custom.filter(field=>field.dataType===`USERNAME`).map(field=>field.fieldKey)}}
;
function jsonReply(status,value,headers={}){
return{status,headers:{"content-type":`application/json`,...headers},body:JSON.stringify(value)}}
function htmlReply(status,title,headers={}){
const body=`<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body><h1>${title}</h1></body>\r\n</html>\r\n`;
return{status,headers:{"content-type":`text/html; charset=utf-8`,...headers},body}}
function noContentReply(){
return{status:204,headers:{},body:``}}
function errorReply(shape,error,headers={}){
return jsonReply(error.status,errorBody(shape,error),headers)}
function errorBody(shape,{status,code,message,reference}){
switch(shape){case`service`:return{success:false,status,error:{code,moreInfo:``,type:`UsersException`,status,referenceNumber:reference,error:message}};case`flat`:return{success:false,status,code:String(code),error:message};case`wrapped`:return{ErrorResp:{success:false,status,code:String(code),error:message}};case`guard`:return{error:message,refnumber:reference};case`oauth`:return{error:String(code),error_description:message};case`bare`:return{success:false,status,error:{error:String(code),error_description:message}};default:return shape}}
;
const GENERIC_CODE=507;
function processStateEntries(results,behaviour,random){
const entries=results.map(result=>entryOf(result,behaviour));
switch(behaviour.entryOrder){case`request`:return entries;case`reversed`:return entries.reverse();case`shuffled`:return(0,runtime_random.A4)(random,entries);default:return behaviour.entryOrder}}
function entryOf({user,state,sub,message},behaviour){
const entry={sub};
const identifier=identifierOf(user,behaviour);
if(identifier!==undefined)entry.identifier=identifier;
entry[behaviour.stateKey]=state;
if(message!==undefined){
entry.message=behaviour.failedCode===`in-message`?`${GENERIC_CODE}: ${message}`:message;
if(behaviour.failedCode===`number`)entry.code=GENERIC_CODE;
if(behaviour.failedCode===`string`)entry.code=String(GENERIC_CODE)}
return entry}
function identifierOf(user,behaviour){
const identity=user?.identities?.[0]??user??{};
switch(behaviour.identifier){case`object`:{
const{email,mobile_number,username}=identity;
return{email,mobile_number,username}}case`email-only`:return{email:identity.email};case`string`:return identity.email??identity.username??identity.mobile_number??undefined;case`absent`:return undefined;default:return behaviour.identifier}}
;
function editEntries(entries,edit,random){
switch(edit.kind){case`missing`:return entries.slice(edit.count);case`extra`:return[...Array.from({length:edit.count},(_,at)=>stranger(entries[0],at)),...entries];case`shuffled`:return(0,runtime_random.A4)(random,entries);case`states-only`:return entries.map(entry=>without(without(entry,`sub`),`identifier`));case`no-identifier`:return entries.map(entry=>without(entry,`identifier`));case`no-sub`:return entries.map(entry=>without(entry,`sub`));case`uppercase`:return entries.map(entry=>({...entry,identifier:upperCase(entry.identifier)}));case`same-identifier`:return entries.map((entry,at)=>at===1?{...entry,identifier:entries[0]?.identifier}:entry);case`contradicting`:{
const[first]=entries;
return first===undefined?[]:[...entries,failed(first)]}default:return edit}}
function without(entry,key){
const{[key]:_,...rest}=entry;
return rest}
function upperCase(identifier){
return JSON.parse(JSON.stringify(identifier??null).replace(/(?<=":)"[^"]*"|^"[^"]*"$/g,text=>text.toUpperCase()))}
function withState(entry,state){
return Object.fromEntries(Object.entries(entry).map(([key,value])=>[key,/^(CREATED|UPDATED|FAILED)$/.test(String(value))?state:value]))}
function stranger(like,at){
const sub=`00000000-0000-4000-a000-${String(at).padStart(12,`0`)}`;
return{...withState(like??{process_state:``},`CREATED`),sub,identifier:{email:`stranger-${at}@example.net`}}}
function failed(entry){
return{...withState(entry,`FAILED`),sub:`ANONYMOUS`,message:`user could not be processed`,code:GENERIC_CODE}}
;
function serviceError(tenant,status,code,message){
return sandboxError(tenant,`service`,status,code,message)}
function sandboxError(tenant,shape,status,code,message,headers={}){
const reference=`${tenant.now()}-${(0,runtime_random.QU)(tenant.random)}`;
const shown=tenant.behaviour.errorCode===`string`?String(code):code;
return errorReply(shape,{status,code:shown,message,reference},headers)}
function accessError(tenant,authorization,scope){
const scopes=tenant.tokens.scopesOf(authorization);
if(scopes?.has(scope)===true)return null;
const status=scopes===null?401:tenant.behaviour.missingScopeStatus;
const message=`Access denied for this resource`;
return status===401?sandboxError(tenant,`guard`,401,401,message):serviceError(tenant,403,403,`${message}, scope missing: ${scope}`)}
;
function faultBeforeApply(tenant,faults,request){
for(const fault of faults){
switch(fault.kind){case`reply`:if(!fault.applied)return reply(faultReply(tenant,fault.reply));break;case`drop`:case`hang`:if(!fault.applied)return{kind:fault.kind};break;case`limit`:if(request.users.length>fault.users||request.bytes>fault.bytes){
return reply(htmlReply(413,`Request Entity Too Large`))}break;case`poison`:if(request.users.some(fault.hits))return reply(faultReply(tenant,fault.reply));break;case`revoke`:tenant.tokens.revokeAll();break;case`delay`:case`truncate`:case`reject`:case`drop-fields`:case`entries`:break;default:fault}}
return null}
function responseAfterApply(tenant,answer,faults,request){
const complete=answer.kind===`reply`?answer.reply:statesReply(tenant,answer.results,faults,request);
for(const fault of faults){
if(fault.kind===`reply`)return reply(faultReply(tenant,fault.reply));
if(fault.kind===`drop`||fault.kind===`hang`)return{kind:fault.kind};
if(fault.kind===`truncate`)return{kind:`truncate`,reply:complete}}
return reply(complete)}
function statesReply(tenant,results,faults,request){
const random=(0,runtime_random.sK)((0,runtime_random.ln)(tenant.seed,`entries`,request.n));
let entries=processStateEntries(results,tenant.behaviour,random);
for(const fault of faults)if(fault.kind===`entries`)entries=editEntries(entries,fault.edit,random);
return jsonReply(200,{process_states:entries})}
function faultReply(tenant,wanted){
if(`body`in wanted)return wanted;
return sandboxError(tenant,wanted.shape,wanted.status,wanted.code,wanted.message,wanted.headers)}
function reply(whole){
return{kind:`reply`,reply:whole}}
;
const DEFAULT_PROVIDER=`self`;
function flatUser(account,provider=DEFAULT_PROVIDER){
const{identities,...fields}=account;
const identity=identities.find(one=>one.provider===provider);
const flat={...fields,...identity};
if(flat.provider===DEFAULT_PROVIDER)delete flat.provider;
return flat}
;
class Refusal{
reason;
constructor(reason){
this.reason=reason}}
const INVALID_EMAIL=`invalid email passed`;
function readUser(value,rules,behaviour){
if(!(0,is_object.G)(value))return new Refusal(`a user has to be an object`);
const account=readFields(value,rules.account,behaviour);
if(account instanceof Refusal)return account;
if((0,is_object.G)(account.customFields)){
const custom=readCustomFields(account.customFields,rules,behaviour);
if(custom instanceof Refusal)return custom;
account.customFields=custom}
const sent=value.identities??[value];
if(!Array.isArray(sent)||sent.length===0)return new Refusal(`identities has to be a list of at least one identity`);
const identities=[];
const subs=new Set;
for(const one of[value,...sent])if((0,is_object.G)(one)&&one.sub!=null)subs.add(one.sub);
if(subs.size>1)return new Refusal(`identities of one account name different subs`);
const sub=subs.values().next().value??null;
if(sub!==null&&(typeof sub!==`string`||sub===``))return new Refusal(`sub has to be a text`);
for(const one of sent){
if(!(0,is_object.G)(one))return new Refusal(`an identity has to be an object`);
const identity=readFields(one,rules.identity,behaviour);
if(identity instanceof Refusal)return identity;
if((0,is_object.G)(identity.address))identity.address=pickKeys(identity.address,rules.address);
identities.push(Object.assign(identity,{provider:String(identity.provider??DEFAULT_PROVIDER)}))}
if(!hasIdentifier(account,identities,rules)){
return new Refusal(`at least one identifier (email, mobile_number or username) is needed`)}
return{sub,account,identities}}
function readFields(sent,rules,behaviour){
const fields={};
for(const key of Object.keys(sent)){
const check=rules.get(key);
if(check===undefined)continue;
const value=sent[key];
if(value===null||check(value))fields[key]=value;else if(key===`email`)return new Refusal(INVALID_EMAIL);else if(behaviour.wrongType===`failed`)return new Refusal(`invalid value passed for ${key}`)}
return fields}
function readCustomFields(sent,rules,behaviour){
return rules.custom===null?{...sent}:readFields(sent,rules.custom,behaviour)}
function pickKeys(sent,keys){
return Object.fromEntries(Object.entries(sent).filter(([key])=>keys.has(key)))}
function hasIdentifier(account,identities,rules){
if(identities.some(one=>one.email||one.username||one.mobile_number))return true;
const custom=account.customFields;
return(0,is_object.G)(custom)&&rules.customIdentifiers.some(key=>Boolean(custom[key]))}
;
function mergeAccount(stored,sub,user,behaviour){
const base=behaviour.absentField===`kept`?stored:null;
const account={...base};
for(const key of Object.keys(user.account)){
const value=user.account[key];
if(key===`password_hash_info`&&stored?.password_hash_info&&behaviour.resentHash===`ignored`)continue;
write(account,key,mergeValue(key,account[key],value,behaviour),behaviour)}
const identities=mergeIdentities(base?.identities??[],user.identities,behaviour);
const checked=account;
return{sub,userStatus:`VERIFIED`,...checked,identities}}
function mergeIdentities(stored,sent,behaviour){
const merged=[...stored];
for(const identity of sent){
const at=merged.findIndex(one=>isSameIdentity(one,identity));
const fields={...merged[at]};
for(const key of Object.keys(identity)){
write(fields,key,mergeValue(key,fields[key],identity[key],behaviour),behaviour)}
const complete={...fields,provider:identity.provider};
if(at<0)merged.push(complete);else merged[at]=complete}
return merged}
function isSameIdentity(stored,sent){
if(stored.provider!==sent.provider)return false;
const id=sent.providerUserId;
return id==null||stored.providerUserId==null||stored.providerUserId===id}
function mergeValue(key,stored,sent,behaviour){
switch(key){case`address`:case`customFields`:{
if(!(0,is_object.G)(sent))return sent;
const fields=behaviour[key]===`merge`&&(0,is_object.G)(stored)?{...stored}:{};
for(const part of Object.keys(sent))write(fields,part,sent[part],behaviour);
return Object.keys(fields).length===0?null:fields}case`roles`:return mergeList(stored,sent,behaviour.roles,role=>role);case`groups`:return mergeList(stored,sent,behaviour.groups,group=>(0,is_object.G)(group)&&group.groupId);case`consents`:return mergeList(stored,sent,behaviour.consents,consent=>(0,is_object.G)(consent)&&consent.fieldKey);default:return sent}}
function mergeList(stored,sent,how,keyOf){
if(!Array.isArray(sent)||!Array.isArray(stored)||how===`replace`)return sent;
const merged=new Map(stored.map(item=>[keyOf(item),item]));
for(const item of sent)merged.set(keyOf(item),item);
return[...merged.values()]}
function write(fields,key,value,behaviour){
if(value!==null)fields[key]=value;else if(behaviour.nullField===`clears`)delete fields[key]}
;
const IDENTIFIER_KINDS=[`email`,`username`,`mobile_number`,`providerUserId`];
function applyUser(store,user,rules,behaviour,seed){
const sub=user.sub??findSub(store,user,rules,seed);
if(sub instanceof Refusal)return sub;
const held=store.get(sub);
const stored=held?.account??null;
if(stored?.password_hash_info&&user.account.password_hash_info&&behaviour.resentHash===`fails`){
return new Refusal(`password of an existing user cannot be overwritten`)}
const account=mergeAccount(stored,sub,user,behaviour);
const keys=identifierKeys(account,rules);
for(const key of keys){
const owner=store.owner(key);
if(owner!==undefined&&owner!==account.sub)return new Refusal(`identifier belongs to another user`)}
return{state:held===undefined?`CREATED`:`UPDATED`,sub:account.sub,previous:store.put(account,keys)}}
function findSub(store,user,rules,seed){
const keys=identifierKeys(user,rules);
const owners=new Set;
for(const key of keys){
const owner=store.owner(key);
if(owner!==undefined)owners.add(owner)}
if(owners.size>1)return new Refusal(`identifiers belong to different users`);
return owners.values().next().value??newSub(store,keys,seed)}
function newSub(store,keys,seed){
for(let attempt=0;;attempt++){
const hex=(0,external_node_crypto_.createHash)(`sha256`).update(JSON.stringify([seed,attempt,keys])).digest(`hex`);
const sub=`${hex.slice(0,8)}-${hex.slice(8,12)}-4${hex.slice(13,16)}-a${hex.slice(17,20)}-${hex.slice(20,32)}`;
if(store.get(sub)===undefined)return sub}}
function identifierKeys(user,rules){
const keys=[];
for(const identity of user.identities){
for(const kind of IDENTIFIER_KINDS){
const value=identity[kind];
if(typeof value===`string`&&value!==``)keys.push(identifierKey(kind,identity.provider,value))}}
if(rules.customIdentifiers.length>0){
const custom=`account`in user?user.account.customFields:user.customFields;
for(const kind of rules.customIdentifiers){
const value=custom?.[kind];
if(typeof value===`string`&&value!==``)keys.push(identifierKey(`customFields.${kind}`,`*`,value))}}
return keys}
;
function dropFields(user,faults){
let left=user;
for(const fault of faults){
if(fault.kind!==`drop-fields`||!fault.hits(user))continue;
for(const field of fault.fields)left=drop_fields_without(left,field.split(`.`))}
return left}
function drop_fields_without(value,[key,...rest]){
if(key===undefined||typeof value!==`object`||value===null||Array.isArray(value))return value;
const{[key]:part,...others}=value;
return rest.length===0||part===undefined?others:{...others,[key]:drop_fields_without(part,rest)}}
;
function answerBulk(tenant,users,faults){
if(!Array.isArray(users)||users.length===0){
return refuse(serviceError(tenant,400,GENERIC_CODE,`the body has to be a JSON array of at least one user`))}
if(users.length>tenant.maxUsers){
return refuse(serviceError(tenant,413,413,`more than ${tenant.maxUsers} users`))}
const{badUser}=tenant.behaviour;
const results=[];
const undo=[];
for(const user of users){
const result=storeUser(tenant,user,faults,undo);
if(result.state===`FAILED`&&badUser!==`failed`){
if(badUser===`refuses-batch`)for(const step of undo.reverse())step();else count(tenant,results);
return refuse(serviceError(tenant,tenant.behaviour.refusalStatus,GENERIC_CODE,result.message??`validation failed`))}
results.push(result)}
count(tenant,results);
return{kind:`done`,results}}
function storeUser(tenant,user,faults,undo){
const{rules,behaviour,store}=tenant;
for(const fault of faults){
if(fault.kind===`reject`&&fault.hits(user))return bulk_endpoint_failed(user,fault.message)}
const incoming=readUser(dropFields(user,faults),rules,behaviour);
if(incoming instanceof Refusal)return bulk_endpoint_failed(user,incoming.reason);
const applied=applyUser(store,incoming,rules,behaviour,tenant.seed);
if(applied instanceof Refusal)return bulk_endpoint_failed(user,applied.reason);
const{sub,previous}=applied;
undo.push(()=>store.restore(sub,previous));
store.note(sub,{updatedTime:new Date(tenant.now()).toISOString()});
return{user,state:applied.state,sub}}
function bulk_endpoint_failed(user,message){
return{user,state:`FAILED`,sub:`ANONYMOUS`,message}}
function count(tenant,results){
for(const{state}of results){
if(state===`CREATED`)tenant.counters.created++;else if(state===`UPDATED`)tenant.counters.updated++;else tenant.counters.failed++}}
function refuse(reply){
return{kind:`refused`,reply}}
var hash_info=__webpack_require__(49194);
var uncheckable_hash=__webpack_require__(19085);
var verify=__webpack_require__(44295);
;
const TIMEOUT_MS=2e4;
function isForVerifier({algorithmTypeId}){
return algorithmTypeId.toUpperCase().startsWith(`CUSTOM`)}
async function askVerifier({url,token},{algorithmTypeId,passwordHash,hData},password){
const address=new URL(url);
address.searchParams.set(`action`,`compare`);
try{
const response=await fetch(address,{method:`POST`,headers:{"content-type":`application/json`,...token===undefined?{}:{authorization:`Bearer ${token}`}},body:JSON.stringify({password,algorithm:algorithmTypeId,passwordVerification:{passwordHash,hData}}),redirect:`error`,signal:AbortSignal.timeout(TIMEOUT_MS)});
const answer=await response.json();
const verified=answer?.data?.verified;
return response.status===200&&typeof verified===`boolean`?verified:null}catch{
return null}}
;
function answerToken(tenant,body,contentType){
const sent=readForm(body,contentType);
const oauthError=(status,error,description)=>sandboxError(tenant,`oauth`,status,error,description);
if(sent===null)return oauthError(400,`invalid_request`,`the body is neither JSON nor a form`);
if(!sent.get(`grant_type`)||!sent.get(`client_id`)){
return oauthError(400,`invalid_request`,`client_id and grant_type are required`)}
if(sent.get(`client_id`)!==tenant.client.id||sent.get(`client_secret`)!==tenant.client.secret){
return oauthError(tenant.behaviour.invalidClientStatus,`invalid_client`,`client_id or client_secret is wrong`)}
if(sent.get(`grant_type`)!==`client_credentials`){
return oauthError(400,`unsupported_grant_type`,`only client_credentials is supported`)}
const withScopes=tenant.behaviour.scopesClaim===`present`;
return jsonReply(200,{access_token:tenant.tokens.issue(tenant.grant,tenant.url,tenant.client.id,withScopes),token_type:`Bearer`,expires_in:tenant.tokenLifetimeSeconds})}
function readForm(body,contentType){
if(contentType.startsWith(`application/x-www-form-urlencoded`))return new Map(new URLSearchParams(body));
if(!contentType.startsWith(`application/json`))return null;
try{
return new Map(Object.entries(JSON.parse(body)??{}))}catch{
return null}}
;
async function answerLogin(tenant,body,contentType){
const sent=readForm(body,contentType);
const text=name=>String(sent?.get(name)??``);
const refusal=clientError(tenant,text(`client_id`),text(`client_secret`));
if(refusal!==null)return refusal;
const sub=tenant.store.find(text(`username`),IDENTIFIER_KINDS);
const account=sub===undefined?undefined:tenant.store.get(sub)?.account;
const invalid=sandboxError(tenant,`oauth`,400,`invalid_grant`,`user name or password is wrong`);
if(sub===undefined||!account)return invalid;
if(account.userStatus!==`VERIFIED`)return sandboxError(tenant,`bare`,417,`user_not_verified`,`the account is not verified`);
const isRight=await matches(tenant.verifier,account.password_hash_info,text(`password`));
if(isRight===null)return sandboxError(tenant,`bare`,417,`verifier_unavailable`,`no verifier could check this hash`);
if(!isRight)return invalid;
tenant.store.note(sub,{lastLoggedInTime:new Date(tenant.now()).toISOString()});
const token=tenant.tokens.issue({scopes:[],roles:[]},tenant.url,text(`client_id`),false);
return jsonReply(200,{access_token:token,token_type:`Bearer`,expires_in:tenant.tokenLifetimeSeconds,sub})}
function clientError(tenant,id,secret){
const{client,loginClient,behaviour}=tenant;
if(loginClient!==null&&id===loginClient.id&&secret===loginClient.secret)return null;
if(id!==client.id||secret!==client.secret){
const message=`client_id or client_secret is wrong`;
return sandboxError(tenant,`oauth`,behaviour.invalidClientStatus,`invalid_client`,message)}
if(behaviour.passwordGrant===`offered`)return null;
return sandboxError(tenant,`oauth`,400,behaviour.passwordGrant,`this app may not use the password grant`)}
async function matches(verifier,info,password){
if(info===undefined)return false;
if(verifier!==null&&isForVerifier(info))return await askVerifier(verifier,info,password);
const readings=(0,hash_info.x)(info);
try{
for(const{hash}of readings)if(await(0,verify.K)(hash,password))return true}catch(error){
if(error instanceof uncheckable_hash.w)return null;
throw error}
return readings.length===0?null:false}
;
function answerFields(tenant){
if(tenant.setup.fields===null)return notServed(tenant);
return list(allFields(tenant.setup).map(fieldRow))}
function answerField(tenant,fieldKey){
const field=allFields(tenant.setup).find(one=>one.fieldKey===fieldKey);
if(field===undefined)return serviceError(tenant,404,404,`field not found`);
return jsonReply(200,{success:true,status:200,data:fieldRow(field)})}
function answerRoles(tenant){
if(tenant.setup.roles===null)return notServed(tenant);
return list(tenant.setup.roles.map(role=>({role,name:role,description:``})))}
function answerGroups(tenant){
if(tenant.setup.groups===null)return notServed(tenant);
const groups=tenant.setup.groups.map(group=>({...group,groupName:group.groupId}));
return groups.length===0?noContentReply():jsonReply(200,{success:true,status:200,data:{groups}})}
function answerGroup(tenant,groupId){
if(tenant.setup.groups===null)return notServed(tenant);
const group=[...BUILT_IN_GROUPS,...tenant.setup.groups].find(one=>one.groupId===groupId);
if(group===undefined)return noContentReply();
return jsonReply(200,{success:true,status:200,data:{...group,groupName:group.groupId}})}
function answerGroupTypes(tenant){
if(tenant.setup.groupTypes===null)return notServed(tenant);
return list(tenant.setup.groupTypes)}
function notServed(tenant){
return serviceError(tenant,404,404,`no such service`)}
function list(data){
return data.length===0?noContentReply():jsonReply(200,{success:true,status:200,data})}
function fieldRow({options,...field}){
return{...field,baseDataType:BASE_TYPES[field.dataType],required:field.required??false,...options===undefined?{}:{fieldDefinition:{attributesKeys:options}}}}
const BASE_TYPES={TEXT:`string`,TEXTAREA:`string`,NUMBER:`double`,SELECT:`string`,MULTISELECT:`array`,RADIO:`string`,CHECKBOX:`bool`,DATE:`datetime`,DAYDATE:`datetime`,URL:`string`,EMAIL:`string`,MOBILE:`string`,CONSENT:`bool`,JSON_STRING:`string`,USERNAME:`string`,ARRAY:`array`,GROUPING:`string`};
;
function answerExistence(tenant,body){
const userId=body?.userId;
if(typeof userId!==`string`||userId===``)return serviceError(tenant,400,400,`userId is required`);
const custom=tenant.rules.customIdentifiers.map(key=>`customFields.${key}`);
const sub=tenant.store.find(userId,[...IDENTIFIER_KINDS,...custom]);
return sub===undefined?noContentReply():jsonReply(200,{success:true,status:200,data:{sub}})}
function answerUser(tenant,sub){
const account=tenant.store.get(sub)?.account;
if(account===undefined||account===null)return serviceError(tenant,404,10301,`user not found`);
const{password_hash_info:_,...shown}=account;
return jsonReply(200,{success:true,status:200,data:{...shown,...tenant.store.activity(sub)}})}
const SETTABLE=[`VERIFIED`,`PENDING`,`DECLINED`];
function answerStatus(tenant,sub,body){
const sent=body;
const userStatus=sent?.userStatus??sent?.status;
if(!SETTABLE.includes(userStatus))return serviceError(tenant,400,400,`userStatus is not allowed`);
const held=tenant.store.get(sub);
if(held===undefined)return serviceError(tenant,404,10301,`user not found`);
if(held.account!==null)tenant.store.replaceAccount({...held.account,userStatus:String(userStatus)});
tenant.store.note(sub,{updatedTime:new Date(tenant.now()).toISOString()});
tenant.counters.statusChanges++;
return jsonReply(200,{success:true,status:200,data:{sub,userStatus}})}
function answerPurge(tenant,sub){
if(!tenant.store.remove(sub))return serviceError(tenant,404,10301,`user not found`);
tenant.counters.deleted++;
return jsonReply(202,{success:true,status:202})}
;
function kindOf({method,path,body,contentType}){
switch(`${method} ${path}`){case`POST /token-srv/token`:return readForm(body,contentType)?.get(`grant_type`)===`password`?`login`:`token`;case`POST /users-srv/user/bulk`:return`bulk`;case`POST /useractions-srv/userexistence`:return`existence`;case`POST /fieldsetup-srv/graph/fields`:case`GET /registration-setup-srv/fields/list`:case`POST /groups-srv/graph/roles`:case`GET /groups-srv/graph/roles`:case`POST /groups-srv/graph/grouptypes`:case`POST /groups-srv/graph/usergroups`:return`setup`;default:if(method===`PATCH`)return STATUS_PATH.test(path)?`status`:`other`;if(method===`DELETE`)return path.startsWith(PURGE_PATH)?`purge`:`other`;if(method!==`GET`)return`other`;if(path.startsWith(USER_PATH))return`user`;return path.startsWith(FIELD_PATH)||path.startsWith(GROUP_PATH)?`setup`:`other`}}
async function answer(tenant,kind,call,faults){
if(kind===`bulk`){
const refusal=accessError(tenant,call.authorization,`cidaas:bulk_user_create`);
if(refusal!==null)return{kind:`reply`,reply:refusal};
const result=answerBulk(tenant,call.json,faults);
return result.kind===`done`?{kind:`results`,results:result.results}:{kind:`reply`,reply:result.reply}}
const reply=kind===`login`?await answerLogin(tenant,call.body,call.contentType):replyTo(tenant,kind,call);
return{kind:`reply`,reply}}
const USER_PATH=`/user-srv/users/`;
const STATUS_PATH=/^\/user-srv\/users\/([^/]+)\/status$/;
const PURGE_PATH=`/users-srv/user/purge/`;
const FIELD_PATH=`/fieldsetup-srv/fields/`;
const GROUP_PATH=`/groups-srv/usergroups/`;
function replyTo(tenant,kind,call){
switch(kind){case`token`:return answerToken(tenant,call.body,call.contentType);case`existence`:return accessError(tenant,call.authorization,`cidaas:users_read`)??answerExistence(tenant,call.json);case`user`:return accessError(tenant,call.authorization,`cidaas:users_read`)??answerUser(tenant,lastPart(call,USER_PATH));case`status`:{
const refusal=accessError(tenant,call.authorization,`cidaas:users_write`);
return refusal??answerStatus(tenant,decode(STATUS_PATH.exec(call.path)?.[1]??``),call.json)}case`purge`:return accessError(tenant,call.authorization,`cidaas:users_delete`)??answerPurge(tenant,lastPart(call,PURGE_PATH));case`setup`:return answerSetup(tenant,call);case`other`:return serviceError(tenant,404,404,`no such service`);default:return kind}}
function answerSetup(tenant,call){
const{path}=call;
if(path.startsWith(`/groups-srv/graph/roles`)){
return accessError(tenant,call.authorization,`cidaas:roles_read`)??answerRoles(tenant)}
if(path===`/groups-srv/graph/grouptypes`){
return accessError(tenant,call.authorization,`cidaas:group_type_read`)??answerGroupTypes(tenant)}
if(path.startsWith(`/groups-srv/`)){
const refusal=accessError(tenant,call.authorization,`cidaas:groups_read`);
if(refusal!==null)return refusal;
return path.startsWith(GROUP_PATH)?answerGroup(tenant,lastPart(call,GROUP_PATH)):answerGroups(tenant)}
const refusal=accessError(tenant,call.authorization,`cidaas:field_setup_read`);
if(refusal!==null)return refusal;
return path.startsWith(FIELD_PATH)?answerField(tenant,lastPart(call,FIELD_PATH)):answerFields(tenant)}
function lastPart({path},prefix){
return decode(path.slice(prefix.length))}
function decode(part){
try{
return decodeURIComponent(part)}catch{
return part}}
;
function requestListener(tenant,options,log){
const seen=new Map;
const{latencyMs,sleep}=options;
const handle=async(message,response)=>{
const call=await readRequest(message);
const kind=kindOf(call);
const n=(seen.get(kind)??0)+1;
seen.set(kind,n);
const users=kind===`bulk`&&Array.isArray(call.json)?call.json:[];
const request={kind,n,users,bytes:call.bytes};
request_listener_count(tenant.counters,request);
const faults=[options.faults(request)??[]].flat();
const settle=log.add({method:call.method,path:call.path,kind,n,bytes:call.bytes,users:users.length,sent:options.keepUsers?users:[],faults:faults.map(fault=>fault.name)});
for(const fault of faults)if(fault.kind===`delay`)await sleep(fault.ms);
const delivery=faultBeforeApply(tenant,faults,request)??responseAfterApply(tenant,await answer(tenant,kind,call,faults),faults,request);
if(latencyMs>0)await sleep(latencyMs);
if(delivery.kind===`reply`||delivery.kind===`truncate`)settle(delivery.reply.status);
send(response,delivery)};
return(message,response)=>{
handle(message,response).catch(error=>{
if(message.destroyed&&!message.complete)return;
if(!response.headersSent)send(response,{kind:`reply`,reply:htmlReply(500,`sandbox: ${error}`)})})}}
async function readRequest(message){
const chunks=[];
for await(const chunk of message)chunks.push(chunk);
const bytes=chunks.length===1&&chunks[0]?chunks[0]:Buffer.concat(chunks);
const body=bytes.toString(`utf8`);
const contentType=message.headers[`content-type`]??``;
return{method:message.method??``,path:(message.url??``).replace(/\?.*$/s,``),contentType,authorization:message.headers.authorization,body,bytes:bytes.length,json:contentType.startsWith(`application/json`)?parse(body):undefined}}
function parse(body){
try{
return JSON.parse(body)}catch{
return undefined}}
function request_listener_count(counters,{kind,bytes}){
if(kind===`token`)counters.tokenRequests++;
if(kind===`login`)counters.logins++;
if(kind!==`bulk`)return;
counters.bulkRequests++;
counters.bulkBytes+=bytes}
function send(response,delivery){
const{socket}=response;
switch(delivery.kind){case`hang`:return;case`drop`:socket?.resetAndDestroy();return;case`reply`:case`truncate`:{
const{status,headers,body}=delivery.reply;
const bytes=Buffer.from(body);
response.writeHead(status,status===204?headers:{...headers,"content-length":bytes.length});
if(delivery.kind===`reply`)response.end(bytes);else response.write(bytes.subarray(0,bytes.length/2),()=>socket?.destroy());
return}default:delivery}}
;
class RequestLog{
#limit;
#entries=[];
constructor(limit){
this.#limit=limit}
get entries(){
return this.#entries.slice(-this.#limit)}
add(request){
const entry={...request,status:null};
this.#entries.push(entry);
if(this.#entries.length>=2*this.#limit)this.#entries=this.#entries.slice(-this.#limit);
return status=>{
entry.status=status}}}
;
async function startSandbox(options={}){
const server=(0,external_node_http_.createServer)({keepAliveTimeout:6e4});
await new Promise((resolve,reject)=>{
server.once(`error`,reject);
server.listen(options.port??0,`127.0.0.1`,resolve)});
const tenant=setUpTenant(options,`http://127.0.0.1:${server.address().port}`);
const log=new RequestLog(LOGGED_REQUESTS);
const listenerOptions={faults:options.faults??(()=>null),latencyMs:options.latencyMs??0,keepUsers:options.log===`users`,sleep:options.sleep??(ms=>(0,promises_.setTimeout)(ms))};
server.on(`request`,requestListener(tenant,listenerOptions,log));
let closing;
const close=()=>{
closing??=new Promise(resolve=>{
server.close(()=>resolve());
server.closeAllConnections()});
return closing};
return{url:tenant.url,client:tenant.client,users:()=>tenant.store.accounts(),get userCount(){
return tenant.store.size},get requests(){
return log.entries},counters:tenant.counters,revokeTokens:()=>tenant.tokens.revokeAll(),close,[Symbol.asyncDispose]:close}}
const LOGGED_REQUESTS=1e5;
const ALL_SCOPES=[`cidaas:bulk_user_create`,`cidaas:users_read`,`cidaas:users_write`,`cidaas:users_delete`,`cidaas:field_setup_read`,`cidaas:roles_read`,`cidaas:groups_read`,`cidaas:group_type_read`];
function setUpTenant(options,url){
const setup={...defaultSetup(),...options.setup};
const now=options.now??clock.m.wallNow;
const seed=options.seed??1;
const tokenLifetimeSeconds=options.tokenLifetimeSeconds??86400;
return{url,client:options.client??{id:`sandbox`,secret:`sandbox-secret`},loginClient:options.loginClient??null,verifier:options.verifier??null,grant:{scopes:ALL_SCOPES,roles:[`USER_READ`],...options.grant},tokenLifetimeSeconds,maxUsers:options.maxUsers??1e3,behaviour:{...defaultBehaviour(),...options.behaviour},setup,rules:compileFieldRules(setup),store:new AccountStore(options.store??`full`),tokens:new AccessTokens(now,tokenLifetimeSeconds),counters:{...{created:0,updated:0,failed:0,bulkRequests:0,tokenRequests:0,bulkBytes:0},...{logins:0,statusChanges:0,deleted:0}},seed,random:(0,runtime_random.sK)(seed),now}}})};