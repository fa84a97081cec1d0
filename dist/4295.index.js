export const id=4295;
export const ids=[4295];
export const modules={87782:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ko:()=>matchesBcrypt,PV:()=>wordpressPreHash,ZU:()=>bcryptInput,r3:()=>matchesDoubleBcrypt});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var _uncheckable_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(19085);
async function matchesBcrypt(password,text){
const{default:bcryptjs}=await __webpack_require__.e(6242).then(__webpack_require__.bind(__webpack_require__,36242));
return bcryptjs.compare(textOf(password),text)}
async function matchesDoubleBcrypt(password,text){
const{default:bcryptjs}=await __webpack_require__.e(6242).then(__webpack_require__.bind(__webpack_require__,36242));
return bcryptjs.compare(await bcryptjs.hash(textOf(password),text.slice(0,SALT_END)),text)}
const SALT_END=29;
function textOf(password){
const text=Buffer.from(password).toString(`utf8`);
if(!Buffer.from(text,`utf8`).equals(password))throw new _uncheckable_hash_js__WEBPACK_IMPORTED_MODULE_1__.w(`bcrypt of a password that is not UTF-8`);
return text}
function bcryptInput(password,scheme,secret){
const digest=name=>(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(name).update(password).digest();
switch(scheme){case`wordpress`:return Buffer.from(wordpressPreHash(password));case`md5-hex`:return Buffer.from(digest(`md5`).toString(`hex`));case`sha1-hex`:return Buffer.from(digest(`sha1`).toString(`hex`));case`django-sha256`:case`sha256-hex`:return Buffer.from(digest(`sha256`).toString(`hex`));case`sha512-hex`:return Buffer.from(digest(`sha512`).toString(`hex`));case`sha384-base64`:return Buffer.from(digest(`sha384`).toString(`base64`));case`long-sha512`:return password.length>72||password.includes(0)?Buffer.from(digest(`sha512`).toString(`base64`)):password;case`hmac-sha256`:return Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(`sha256`,secret).update(password).digest(`hex`));case`pepper`:return Buffer.concat([password,secret])}}
function wordpressPreHash(password){
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(`sha384`,`wp-sha384`).update(password).digest(`base64`)}}),19085:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>MissingSecret,w:()=>UncheckableHash});
class UncheckableHash extends Error{
constructor(message,options){
super(message,options);
this.name=`UncheckableHash`}}
class MissingSecret extends UncheckableHash{
constructor(secret){
super(`the secret \`${secret}\` of the source was not given`);
this.name=`MissingSecret`}}}),44295:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{K:()=>verifyHash});
var external_node_crypto_=__webpack_require__(77598);
var external_node_util_=__webpack_require__(57975);
var bcrypt_check=__webpack_require__(87782);
var crypt_text=__webpack_require__(673);
;
const PERMUTED_CHOICE_1=[...[57,49,41,33,25,17,9,1,58,50,42,34,26,18,10,2,59,51,43,35,27,19,11,3,60,52,44,36],...[63,55,47,39,31,23,15,7,62,54,46,38,30,22,14,6,61,53,45,37,29,21,13,5,28,20,12,4]];
const PERMUTED_CHOICE_2=[...[14,17,11,24,1,5,3,28,15,6,21,10,23,19,12,4,26,8,16,7,27,20,13,2],...[41,52,31,37,47,55,30,40,51,45,33,48,44,49,39,56,34,53,46,42,50,36,29,32]];
const ROTATIONS=[1,1,2,2,2,2,2,2,1,2,2,2,2,2,2,1];
const PERMUTATION=[...[16,7,20,21,29,12,28,17,1,15,23,26,5,18,31,10],...[2,8,24,14,32,27,3,9,19,13,30,6,22,11,4,25]];
const BOXES=[`e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d`,`f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9`,`a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c`,`7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e`,`2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453`,`c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d`,`4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c`,`d2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b`];
function desCrypt(password,salt){
const keys=roundKeys(password);
const expansion=saltedExpansion(salt);
let left=Array(32).fill(0);
let right=left;
for(let time=0;time<25;time++){
for(const key of keys)[left,right]=[right,xor(left,mixed(right,key,expansion))];
[left,right]=[right,left]}
const bits=[...finalPermutation([...left,...right]),0,0];
let digits=``;
for(let at=0;at<bits.length;at+=6)digits+=crypt_text.Gr.charAt(numberOf(bits.slice(at,at+6)));
return`${salt}${digits}`}
function roundKeys(password){
const bits=[];
for(let at=0;at<8;at++){
const byte=(password[at]??0)<<1;
for(let bit=7;bit>=0;bit--)bits.push(byte>>bit&1)}
const chosen=picked(bits,PERMUTED_CHOICE_1);
let[left,right]=[chosen.slice(0,28),chosen.slice(28)];
return ROTATIONS.map(by=>{
left=[...left.slice(by),...left.slice(0,by)];
right=[...right.slice(by),...right.slice(0,by)];
return picked([...left,...right],PERMUTED_CHOICE_2)})}
function saltedExpansion(salt){
const expansion=[];
for(let row=0;row<8;row++)for(let bit=0;bit<6;bit++)expansion.push((4*row+bit+31)%32+1);
for(const[character,text]of[...salt].entries()){
const digit=crypt_text.Gr.indexOf(text);
for(let bit=0;bit<6;bit++){
const at=6*character+bit;
if((digit>>bit&1)===0)continue;
[expansion[at],expansion[at+24]]=[expansion[at+24]??0,expansion[at]??0]}}
return expansion}
function mixed(right,key,expansion){
const input=xor(picked(right,expansion),key);
const output=[];
for(const[index,box]of BOXES.entries()){
const[first=0,...rest]=input.slice(6*index,6*index+6);
const row=2*first+(rest[4]??0);
const digit=Number.parseInt(box.charAt(16*row+numberOf(rest.slice(0,4))),16);
for(let bit=3;bit>=0;bit--)output.push(digit>>bit&1)}
return picked(output,PERMUTATION)}
function finalPermutation(bits){
const out=Array(64).fill(0);
for(let index=0;index<64;index++){
const[row,column]=[Math.floor(index/8),index%8];
const from=8*(7-column)+(row<4?2*row+1:2*(row-4));
out[from]=bits[index]??0}
return out}
function picked(bits,places){
return places.map(place=>bits[place-1]??0)}
function xor(one,other){
return one.map((bit,index)=>bit^(other[index]??0))}
function numberOf(bits){
return bits.reduce((sum,bit)=>2*sum+bit,0)}
var encoded_bytes=__webpack_require__(64713);
;
function plainDigest(digest,...parts){
if(digest===`md2`)return md2(Buffer.concat(parts));
if(digest===`md4`)return md4(Buffer.concat(parts));
const hash=(0,external_node_crypto_.createHash)(digest);
for(const part of parts)hash.update(part);
return hash.digest()}
const MD4_ROUNDS=[{mix:(x,y,z)=>x&y|~x&z,add:0,order:[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15],shifts:[3,7,11,19]},{mix:(x,y,z)=>x&y|x&z|y&z,add:1518500249,order:[0,4,8,12,1,5,9,13,2,6,10,14,3,7,11,15],shifts:[3,5,9,13]},{mix:(x,y,z)=>x^y^z,add:1859775393,order:[0,8,4,12,2,10,6,14,1,9,5,13,3,11,7,15],shifts:[3,9,11,15]}];
function md4(message){
const padded=Buffer.alloc((message.length+8>>6)+1<<6);
padded.set(message);
padded[message.length]=128;
padded.writeUInt32LE(message.length*8>>>0,padded.length-8);
padded.writeUInt32LE(Math.floor(message.length/2**29),padded.length-4);
let state=[1732584193,4023233417,2562383102,271733878];
for(let at=0;at<padded.length;at+=64){
let[a,b,c,d]=state;
for(const{mix,add,order,shifts}of MD4_ROUNDS){
for(const[step,word]of order.entries()){
const sum=a+mix(b,c,d)+padded.readUInt32LE(at+4*word)+add|0;
const shift=shifts[step%4]??0;
[a,b,c,d]=[d,sum<<shift|sum>>>32-shift,b,c]}}
state=[state[0]+a,state[1]+b,state[2]+c,state[3]+d]}
const out=Buffer.alloc(16);
for(const[index,word]of state.entries())out.writeUInt32LE(word>>>0,4*index);
return out}
const MD2_BYTES=Buffer.from([`292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca1e9b573cfdd4e01667426f188a17e512`,`be4ec4d6da9ede49a0fbf58ebb2fee7aa968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703`,`ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1459d705964718720865bcf65e62da802`,`1b6025adaeb0b9f61c46616934407e0f5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52`,`6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39f2efb70e6658d0e4a67772f8eb754b0a`,`314450b48fed1f1adb998d339f118314`].join(``),`hex`);
function md2(message){
const padding=16-message.length%16;
const padded=Buffer.concat([message,Buffer.alloc(padding,padding)]);
const mixed=byte=>MD2_BYTES[byte&255]??0;
const checksum=Buffer.alloc(16);
let last=0;
for(const[at,byte]of padded.entries()){
last=(checksum[at%16]??0)^mixed(byte^last);
checksum[at%16]=last}
const state=Buffer.alloc(48);
const whole=Buffer.concat([padded,checksum]);
for(let at=0;at<whole.length;at+=16){
for(let each=0;each<16;each++){
const byte=whole[at+each]??0;
state[16+each]=byte;
state[32+each]=byte^(state[each]??0)}
let sum=0;
for(let round=0;round<18;round++){
for(const[index,byte]of state.entries()){
sum=byte^mixed(sum);
state[index]=sum}
sum=sum+round&255}}
return state.subarray(0,16)}
;
function iteratedDigest(password,hash,secret){
const first=hash.position===`prefix`?Buffer.concat([hash.salt,secret,password]):Buffer.concat([secret,password,hash.salt]);
let sum=plainDigest(hash.digest,first);
for(let round=1;round<hash.rounds;round++)sum=plainDigest(hash.digest,...roundParts(hash.roundInput,sum,first,password));
return sum}
function roundParts(input,sum,first,password){
switch(input){case`sum`:return[sum];case`sum-first`:return[sum,first];case`password-sum`:return[password,sum]}}
function digestChain(password,{digest,steps,salt}){
const saltBytes=Buffer.from(salt,`utf8`);
let input=password;
let sum=password;
for(const step of steps){
const parts={none:[input],prefix:[saltBytes,input],suffix:[input,saltBytes]}[step];
sum=plainDigest(digest,...parts);
input=Buffer.from((0,encoded_bytes.ZD)(sum))}
return sum}
function shopwareDigits(password,{salt,iterations}){
const rest=Buffer.concat([password,Buffer.from(salt,`utf8`)]);
let sum=``;
for(let round=0;round<=iterations;round++)sum=(0,external_node_crypto_.createHash)(`sha256`).update(sum).update(rest).digest(`hex`);
return sum}
function jtlDigits(password,stored){
const saltLength=Math.max(5,10-password.length);
const at=Math.min(password.length,stored.length-saltLength);
const salt=stored.slice(at,at+saltLength);
const inner=(0,encoded_bytes.ZD)(plainDigest(`sha1`,password));
const salted=`${inner.slice(0,at)}${salt}${inner.slice(at)}`;
const outer=(0,encoded_bytes.ZD)(plainDigest(`sha1`,Buffer.from(salted))).slice(saltLength);
return`${outer.slice(0,at)}${salt}${outer.slice(at)}`}
var uncheckable_hash=__webpack_require__(19085);
;
async function argon2(variant,message,nonce,work,tagLength){
if(typeof external_node_crypto_.argon2!==`function`)throw new uncheckable_hash.w(`Argon2 needs Node 24.7 or later`);
const{memory,passes,parallelism}=work;
return(0,external_node_util_.promisify)(external_node_crypto_.argon2)(variant,{message,nonce,memory,passes,parallelism,tagLength})}
async function scrypt(password,salt,work,keylen){
const{cost,blockSize,parallelism=1}=work;
const maxmem=128*blockSize*(cost+parallelism+2);
return new Promise((resolve,reject)=>{
const options={N:cost,r:blockSize,p:parallelism,maxmem};
try{
external_node_crypto_.scrypt(password,salt,keylen,options,(error,key)=>error===null?resolve(key):reject(error))}catch(cause){
reject(new uncheckable_hash.w(`scrypt refuses its parameters`,{cause}))}})}
var magento_text=__webpack_require__(74314);
;
function phpassDigits(digest,password,salt,logRounds){
let sum=(0,external_node_crypto_.createHash)(digest).update(salt,`latin1`).update(password).digest();
for(let round=2**logRounds;round>0;round--)sum=(0,external_node_crypto_.createHash)(digest).update(sum).update(password).digest();
return littleEndianBase64(sum).slice(0,crypt_text.pf[digest])}
function littleEndianBase64(bytes){
let text=``;
for(let start=0;start<bytes.length;start+=3){
const group=bytes.subarray(start,start+3);
let bits=(group[0]??0)|(group[1]??0)<<8|(group[2]??0)<<16;
for(let digit=0;digit<=group.length;digit++){
text+=crypt_text.Gr.charAt(bits&63);
bits>>=6}}
return text}
var secret_id=__webpack_require__(23735);
;
function md5Crypt(password,saltText){
const salt=Buffer.from(saltText,`latin1`);
const inner=md5(password,salt,password);
const first=(0,external_node_crypto_.createHash)(`md5`).update(password).update(`$1$`).update(salt).update(repeated(inner,password.length));
for(let bits=password.length;bits>0;bits>>=1){
first.update(bits&1?Buffer.alloc(1):password.subarray(0,1))}
let sum=first.digest();
for(let round=0;round<1e3;round++){
const odd=round%2===1;
sum=md5(odd?password:sum,round%3===0?NOTHING:salt,round%7===0?NOTHING:password,odd?sum:password)}
return`$1$${saltText}$${cryptDigits(sum,MD5_ORDER)}`}
function shaCrypt(variant,password,saltText,rounds){
const algorithm=variant===`5`?`sha256`:`sha512`;
const hash=(...parts)=>digestOf(algorithm,parts);
const salt=Buffer.from(saltText,`latin1`);
const inner=hash(password,salt,password);
const parts=[password,salt,repeated(inner,password.length)];
for(let bits=password.length;bits>0;bits>>=1)parts.push(bits&1?inner:password);
let sum=hash(...parts);
const passwordSum=hash(...Array.from({length:password.length},()=>password));
const passwordBytes=repeated(passwordSum,password.length);
const saltSum=hash(...Array.from({length:16+(sum[0]??0)},()=>salt));
const saltBytes=repeated(saltSum,salt.length);
for(let round=0;round<(rounds??5e3);round++){
const odd=round%2===1;
sum=hash(odd?passwordBytes:sum,round%3===0?NOTHING:saltBytes,round%7===0?NOTHING:passwordBytes,odd?sum:passwordBytes)}
const named=rounds===null?``:`rounds=${rounds}$`;
return`$${variant}$${named}${saltText}$${cryptDigits(sum,variant===`5`?SHA256_ORDER:SHA512_ORDER)}`}
const NOTHING=Buffer.alloc(0);
const MD5_ORDER=[[0,6,12],[1,7,13],[2,8,14],[3,9,15],[4,10,5],[-1,-1,11]];
const SHA256_ORDER=[[0,10,20],[21,1,11],[12,22,2],[3,13,23],[24,4,14],[15,25,5],[6,16,26],[27,7,17],[18,28,8],[9,19,29],[-1,31,30]];
const SHA512_ORDER=[[0,21,42],[22,43,1],[44,2,23],[3,24,45],[25,46,4],[47,5,26],[6,27,48],[28,49,7],[50,8,29],[9,30,51],[31,52,10],[53,11,32],[12,33,54],[34,55,13],[56,14,35],[15,36,57],[37,58,16],[59,17,38],[18,39,60],[40,61,19],[62,20,41],[-1,-1,63]];
function cryptDigits(bytes,order){
let text=``;
for(const[high,middle,low]of order){
let bits=at(bytes,high)<<16|at(bytes,middle)<<8|at(bytes,low);
const digits=high>=0?4:middle>=0?3:2;
for(let digit=0;digit<digits;digit++){
text+=crypt_text.Gr.charAt(bits&63);
bits>>=6}}
return text}
function at(bytes,index){
return index<0?0:bytes[index]??0}
function repeated(bytes,length){
return length===0?NOTHING:Buffer.alloc(length,bytes)}
function md5(...parts){
return digestOf(`md5`,parts)}
function digestOf(algorithm,parts){
const hash=(0,external_node_crypto_.createHash)(algorithm);
for(const part of parts)hash.update(part);
return hash.digest()}
var work_limit=__webpack_require__(57710);
;
async function verifyHash(hash,password,secrets={}){
(0,work_limit.t)(hash);
const bytes=typeof password===`string`?Buffer.from(password,`utf8`):password;
switch(hash.kind){case`bcrypt`:return(0,bcrypt_check.Ko)(bytes,hash.text);case`prehashed-bcrypt`:if(hash.scheme===`double`)return(0,bcrypt_check.r3)(bytes,hash.bcrypt);return(0,bcrypt_check.Ko)((0,bcrypt_check.ZU)(bytes,hash.scheme,secretOf(hash.secret,secrets)),hash.bcrypt);case`argon2`:if(hash.version!==19)throw new uncheckable_hash.w(`Node cannot compute Argon2 1.0`);return(0,encoded_bytes.er)(await argon2(hash.variant,bytes,hash.salt,hash,hash.key.length),hash.key);case`pbkdf2`:{
const{salt,iterations,key,digest}=hash;
const whole=Buffer.concat([salt.bytes,secretOf(hash.secret??null,secrets)]);
return(0,encoded_bytes.er)(await(0,external_node_util_.promisify)(external_node_crypto_.pbkdf2)(bytes,whole,iterations,key.length,digest),key)}case`scrypt`:{
const own=hash.normalization===undefined?bytes:normalized(password);
return(0,encoded_bytes.er)(await scrypt(own,hash.salt.bytes,hash,hash.key.length),hash.key)}case`firebase-scrypt`:return firebaseScrypt(bytes,hash,hash.signerKey??secretOf(secret_id.lN,secrets));case`digest`:{
const{digest,position,salt}=hash;
const own=encoded(password,hash.encoding);
const parts=position===`none`?[own]:position===`prefix`?[salt.bytes,own]:[own,salt.bytes];
return(0,encoded_bytes.er)(plainDigest(digest,...parts),hash.value)}case`peppered-digest`:{
const secret=secretOf(hash.secret,secrets);
const own=[hash.before,encoded(password,hash.encoding),hash.after];
const parts=hash.position===`prefix`?[secret,...own]:[...own,secret];
return(0,encoded_bytes.er)(plainDigest(hash.digest,...parts),hash.value)}case`iterated-digest`:{
const own=encoded(password,hash.encoding);
return(0,encoded_bytes.er)(iteratedDigest(own,hash,secretOf(hash.secret,secrets)),hash.value)}case`digest-chain`:return(0,encoded_bytes.er)(digestChain(bytes,hash),hash.value);case`hmac`:{
const key=hash.secret===undefined?hash.key.bytes:secretOf(hash.secret,secrets);
const own=encoded(password,hash.encoding);
return(0,encoded_bytes.er)(external_node_crypto_.createHmac(hash.digest,key).update(own).digest(),hash.value)}case`self-hmac`:{
const own=encoded(password,hash.encoding);
return(0,encoded_bytes.er)(external_node_crypto_.createHmac(hash.digest,own).update(own).digest(),hash.value)}case`phpass`:return(0,encoded_bytes.QV)(phpassDigits(hash.digest,bytes,hash.salt,hash.logRounds),hash.text.slice(12));case`upgraded-md5`:return verifyHash(hash.inner,(0,encoded_bytes.ZD)(plainDigest(`md5`,bytes)),secrets);case`jtl`:return(0,encoded_bytes.QV)(jtlDigits(bytes,hash.text),hash.text);case`unix-crypt`:return(0,encoded_bytes.QV)(unixCrypt(bytes,hash),hash.text);case`shopware-sha256`:return(0,encoded_bytes.QV)(shopwareDigits(bytes,hash),(0,encoded_bytes.ZD)(hash.value));case`magento-chain`:return magentoChain(bytes,hash.salt,hash.steps,hash.value)}}
function secretOf(name,{named}){
if(name===null)return new Uint8Array;
const secret=named?.get(name);
if(secret===undefined)throw new uncheckable_hash.j(name);
return secret}
function normalized(password){
const text=typeof password===`string`?password:Buffer.from(password).toString(`utf8`);
return Buffer.from(text.normalize(`NFKC`),`utf8`)}
async function firebaseScrypt(password,hash,signerKey){
const key=await scrypt(password,Buffer.concat([hash.salt,hash.separator]),hash,32);
const cipher=external_node_crypto_.createCipheriv(`aes-256-ctr`,key,Buffer.alloc(16));
return(0,encoded_bytes.er)(Buffer.concat([cipher.update(signerKey),cipher.final()]),hash.value)}
function encoded(password,encoding){
return typeof password===`string`?Buffer.from(password,encoding):password}
function unixCrypt(password,hash){
switch(hash.variant){case`1`:return md5Crypt(password,hash.salt);case`5`:case`6`:return shaCrypt(hash.variant,password,hash.salt,hash.rounds);case`des`:return desCrypt(password,hash.salt)}}
async function magentoChain(password,salt,steps,value){
let sum=password;
let last=password;
for(const step of steps){
if(step.kind===`digest`)last=external_node_crypto_.createHash(step.digest).update(salt).update(sum).digest();else last=await argon2(`argon2id`,sum,(0,magento_text.ok)(salt),{...step,parallelism:1},step.keylen);
sum=Buffer.from((0,encoded_bytes.ZD)(last))}
return(0,encoded_bytes.er)(last,value)}}),57710:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{t:()=>assertWorkLimit});
var _uncheckable_hash_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(19085);
const GIB=2**30;
const LARGEST={memory:GIB,processed:64*GIB,rounds:2e7};
function assertWorkLimit(hash,limit=LARGEST){
const memory=memoryOf(hash);
if(memory>limit.memory)throw new _uncheckable_hash_js__WEBPACK_IMPORTED_MODULE_0__.w(`checking it would take more than ${amount(limit.memory)} of memory`);
if(workOf(hash)*memory>limit.processed||roundsOf(hash)>limit.rounds)throw new _uncheckable_hash_js__WEBPACK_IMPORTED_MODULE_0__.w(limit===LARGEST?`checking it would take minutes`:`checking it would take too long`)}
function amount(bytes){
return bytes>=GIB?`${bytes/GIB} GiB`:`${bytes/2**20} MiB`}
function memoryOf(hash){
switch(hash.kind){case`argon2`:return hash.memory*1024;case`scrypt`:case`firebase-scrypt`:return 128*hash.cost*hash.blockSize;case`magento-chain`:return Math.max(0,...hash.steps.map(step=>step.kind===`argon2id`?step.memory*1024:0));case`bcrypt`:case`prehashed-bcrypt`:case`pbkdf2`:case`digest`:case`peppered-digest`:case`iterated-digest`:case`digest-chain`:case`self-hmac`:case`upgraded-md5`:case`jtl`:case`hmac`:case`phpass`:case`unix-crypt`:case`shopware-sha256`:return 0}}
function workOf(hash){
if(hash.kind===`argon2`)return hash.passes;
if(hash.kind===`scrypt`)return hash.parallelism;
if(hash.kind!==`magento-chain`)return 1;
return hash.steps.reduce((sum,step)=>sum+(step.kind===`argon2id`?step.passes:0),0)}
function roundsOf(hash){
switch(hash.kind){case`pbkdf2`:return hash.iterations*Math.ceil(hash.key.length/64);case`shopware-sha256`:return hash.iterations;case`iterated-digest`:return hash.rounds;case`upgraded-md5`:return roundsOf(hash.inner);case`phpass`:return 2**hash.logRounds;case`unix-crypt`:return hash.rounds??0;case`bcrypt`:return bcryptRounds(hash.cost);case`prehashed-bcrypt`:return bcryptRounds(Number(hash.bcrypt.slice(4,6)))*(hash.scheme===`double`?2:1);case`argon2`:case`scrypt`:case`firebase-scrypt`:case`digest`:case`peppered-digest`:case`digest-chain`:case`self-hmac`:case`jtl`:case`hmac`:case`magento-chain`:return 0}}
function bcryptRounds(cost){
return 2**cost*100}})};