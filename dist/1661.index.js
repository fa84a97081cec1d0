export const id=1661;
export const ids=[1661];
export const modules={53660:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{H:()=>algorithmOf});
function algorithmOf(hash){
switch(hash.kind){case`prehashed-bcrypt`:return`bcrypt-${hash.scheme}`;case`argon2`:return hash.variant;case`pbkdf2`:case`hmac`:return`${hash.kind}-${hash.digest}`;case`digest`:return hash.position===`none`?hash.digest:`${hash.digest}-salted`;case`phpass`:return hash.digest===`md5`?`phpass`:`phpass-${hash.digest}`;case`unix-crypt`:return UNIX_CRYPT[hash.variant];case`bcrypt`:case`scrypt`:case`firebase-scrypt`:case`peppered-digest`:case`iterated-digest`:case`digest-chain`:case`self-hmac`:case`upgraded-md5`:case`jtl`:case`shopware-sha256`:case`magento-chain`:return hash.kind}}
const UNIX_CRYPT={"1":`md5-crypt`,"5":`sha256-crypt`,"6":`sha512-crypt`,des:`des-crypt`}}),37444:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{t:()=>ldapText,z:()=>braceText});
var _crypt_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(673);
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64713);
var _iterated_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(16519);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(11109);
var _pbkdf2_blob_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(28486);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(42879);
var _spring_text_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(30190);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(69302);
const SCHEME=/^\{([A-Za-z0-9_@-]{1,40})\}(.*)$/s;
const DIGESTS={MD2:`md2`,MD5:`md5`,SHA:`sha1`,SHA1:`sha1`,"SHA-1":`sha1`,SHA256:`sha256`,"SHA-256":`sha256`,SHA384:`sha384`,"SHA-384":`sha384`,SHA512:`sha512`,"SHA-512":`sha512`};
const JOOMLA=/^([0-9a-f]{64}):([^:]+)$/i;
function braceText(text,dollar){
return(0,_spring_text_js__WEBPACK_IMPORTED_MODULE_6__.zS)(text,{})??(0,_iterated_text_js__WEBPACK_IMPORTED_MODULE_2__.UE)(text)??otherText(text,dollar)??ldapText(text,dollar)}
function otherText(text,dollar){
const[,name=``,rest=``]=SCHEME.exec(text)??[];
const digest=(0,_pbkdf2_blob_js__WEBPACK_IMPORTED_MODULE_4__.NO)(name);
if(digest!==null)return(0,_pbkdf2_blob_js__WEBPACK_IMPORTED_MODULE_4__.kX)(digest,rest);
switch(name){case`PKCS5S2`:return(0,_pbkdf2_blob_js__WEBPACK_IMPORTED_MODULE_4__.MY)(rest);case`PBKDF2_SHA256`:return(0,_pbkdf2_blob_js__WEBPACK_IMPORTED_MODULE_4__.V6)(rest);case`ldap`:return rest.startsWith(`{`)?ldapText(rest,dollar):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.Z8)()}
const plain=DIGESTS[name];
if(plain===undefined||!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_5__.Bc)(plain))return null;
const[,digits,salt]=name===`SHA256`&&JOOMLA.exec(rest)||[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.w8)(digits??``);
if(value===null||salt===undefined)return(0,_iterated_text_js__WEBPACK_IMPORTED_MODULE_2__.pI)(plain,rest);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.F9)({kind:`digest`,digest:plain,position:`suffix`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.MK)(salt),encoding:`utf8`,value})}
function ldapText(text,dollar){
const[,name=``,rest=``]=SCHEME.exec(text)??[];
const scheme=name.toUpperCase();
switch(scheme){case`CRYPT`:case`UFC-CRYPT`:if(/^[!*x]/.test(rest)||rest===``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.Lq)(`unusable`);return rest.startsWith(`$`)?dollar(rest):inBase64(rest,`$`,dollar)??(0,_crypt_text_js__WEBPACK_IMPORTED_MODULE_0__.cA)(rest);case`BCRYPT`:case`BLF-CRYPT`:return wrapped(rest,`$2`,`bcrypt`,dollar);case`ARGON2`:case`ARGON2I`:case`ARGON2ID`:case`ARGON2@SPRINGSECURITY_V5_8`:return wrapped(rest,`$argon2`,`Argon2`,dollar);case`CLEAR`:case`CLEARTEXT`:case`PLAIN`:case`NOOP`:case`NONE`:return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.Z8)();case`SASL`:return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.Lq)(`elsewhere`)}
if(scheme.startsWith(`PBKDF2`))return pbkdf2(scheme,rest);
const unsalted=DIGESTS[scheme];
if(unsalted!==undefined)return plainDigest(unsalted,rest);
const salted=scheme.startsWith(`S`)?DIGESTS[scheme.slice(1)]:undefined;
return salted===undefined||!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_5__.Bc)(salted)?(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.L5)():saltedDigest(salted,scheme,rest)}
function wrapped(text,start,name,dollar){
return text.startsWith(start)?dollar(text):inBase64(text,start,dollar)??(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(name)}
function inBase64(text,start,dollar){
const inner=Buffer.from((0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(text)??[]).toString(`latin1`);
return inner.startsWith(start)?dollar(inner):null}
function plainDigest(digest,text){
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.Td)(text,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.QF[digest]);
if(value===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(`{${digest.toUpperCase()}}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.F9)({kind:`digest`,digest,position:`none`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.Eg)(),encoding:`utf8`,value})}
function saltedDigest(digest,scheme,text){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(text);
const length=_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.x4[digest];
if(bytes===null||bytes.length<=length)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(`{${scheme}}`);
const salt=(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.pz)(bytes.subarray(length));
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.F9)({kind:`digest`,digest,position:`suffix`,salt,encoding:`utf8`,value:bytes.subarray(0,length)})}
const PBKDF2={PBKDF2:`sha1`,"PBKDF2-SHA1":`sha1`,"PBKDF2-SHA256":`sha256`,"PBKDF2-SHA512":`sha512`,"PBKDF2-HMAC-SHA1":`sha1`,"PBKDF2-HMAC-SHA256":`sha256`,"PBKDF2-HMAC-SHA512":`sha512`};
function pbkdf2(scheme,rest){
const digest=PBKDF2[scheme];
if(digest===undefined)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.L5)();
const[,work,separator,first=``,second]=/^(\d{1,10})([:$])([A-Za-z0-9+/.]+={0,2})(?:\$([A-Za-z0-9+/.]+={0,2}))?$/.exec(rest)??[];
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_8__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_8__.a);
if(iterations===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(`{${scheme}}`);
if(separator===`:`){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(first);
const length=_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.x4[digest];
if(bytes===null||bytes.length<=length||second!==undefined)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(`{${scheme}}`);
const salt=(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.pz)(bytes.subarray(length));
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.F9)({kind:`pbkdf2`,digest,iterations,salt,key:bytes.subarray(0,length)})}
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.fL)(first);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.fL)(second??``);
if(salt===null||key===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.qM)(`{${scheme}}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_7__.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_3__.pz)(salt),key})}}),96623:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>RECORD_KEYS,X:()=>credentialObject});
var encoded_bytes=__webpack_require__(64713);
var json_object=__webpack_require__(29535);
var named_text=__webpack_require__(50654);
var password_hash=__webpack_require__(11109);
var phc_text=__webpack_require__(49378);
var recognised_hash=__webpack_require__(42879);
var whole_number=__webpack_require__(69302);
;
const GIGYA=`SAP CDC's password`;
const AKAMAI=`Akamai's password`;
const GIGYA_PBKDF2={pbkdf2:`sha1`,pbkdf2_sha1:`sha1`,pbkdf2_sha256:`sha256`};
function isGigyaPassword(object){
return[`hashSettings`,`compoundHashedPassword`,`pwHashAlgorithm`].some(key=>Object.hasOwn(object,key))}
function gigyaPassword(object){
const settings=gigyaSettings((0,json_object.wX)(object,`hashSettings`)??object);
const hash=firstText(object,`hash`,`hashedPassword`,`compoundHashedPassword`);
if(hash===``)return(0,recognised_hash.Lq)(`empty`);
const{algorithm}=settings;
const tagged=(0,named_text.J)(hash,algorithm);
if(tagged!==null)return tagged;
if(algorithm===``)return(0,recognised_hash.$x)(GIGYA,`the algorithm in its hashSettings`);
if(Object.hasOwn(GIGYA_PBKDF2,algorithm))return gigyaPbkdf2(GIGYA_PBKDF2[algorithm]??`sha1`,hash,settings);
if((0,phc_text.Bc)(algorithm))return gigyaDigest(algorithm,hash,settings);
return(0,recognised_hash.qO)(`${GIGYA} of an algorithm that is not supported`)}
function gigyaSettings(object){
const binary=(0,json_object.SA)(object,`pwBinaryHashSalt`);
return{algorithm:firstText(object,`algorithm`,`pwHashAlgorithm`).toLowerCase(),rounds:(0,json_object.Dc)(object,`rounds`)??(0,json_object.Dc)(object,`pwHashRounds`),salt:binary===``?firstText(object,`salt`,`pwHashSalt`):binary,format:firstText(object,`format`,`pwHashFormat`),isBinarySalt:binary!==``}}
function firstText(object,...keys){
return(0,json_object.SA)(object,keys.find(key=>(0,json_object.SA)(object,key)!==``)??``)}
function gigyaPbkdf2(digest,hash,settings){
const key=(0,encoded_bytes.G1)(hash);
const salt=(0,encoded_bytes.G1)(settings.salt);
const iterations=(0,whole_number.r)(settings.rounds,1,whole_number.a);
if(key===null||key.length<16)return(0,recognised_hash.qM)(GIGYA);
if(salt===null)return(0,recognised_hash.$x)(GIGYA,`its salt`);
if(iterations===null)return(0,recognised_hash.$x)(GIGYA,`the number of rounds`);
return(0,recognised_hash.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key})}
function gigyaDigest(digest,hash,settings){
const value=(0,encoded_bytes.Td)(hash,password_hash.x4[digest]);
if(value===null)return(0,recognised_hash.qM)(GIGYA);
const rounds=settings.rounds??1;
if(rounds!==1&&rounds!==`1`&&rounds!==0)return(0,recognised_hash.qO)(`${GIGYA} of ${digest} with several rounds`);
const{salt:saltText,format,isBinarySalt}=settings;
if(saltText===``&&(format===``||format===`$password`))return(0,recognised_hash.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
if(format===``)return(0,recognised_hash.$x)(GIGYA,`the format with the position of the salt`);
const template=gigyaTemplate(format);
if(template===null)return(0,recognised_hash.qO)(`${GIGYA} with a format of more than salt and password`);
const salt=saltIn(saltText,isBinarySalt?`base64`:template.saltEncoding);
if(salt===null)return(0,recognised_hash.$x)(GIGYA,`a salt in the encoding that its format names`);
const{position,encoding}=template;
return(0,recognised_hash.F9)({kind:`digest`,digest,position,salt,encoding,value})}
function gigyaTemplate(format){
const[,first,firstMode=``,second,secondMode=``]=/^\$(salt|password)(?::([a-z0-9-]+))?\$(salt|password)(?::([a-z0-9-]+))?$/i.exec(format)??[];
if(first===undefined||first===second)return null;
const prefix=first===`salt`;
const encoding=passwordEncoding(prefix?secondMode:firstMode);
if(encoding===null)return null;
return{position:prefix?`prefix`:`suffix`,saltEncoding:prefix?firstMode:secondMode,encoding}}
function passwordEncoding(mode){
const name=mode.toLowerCase().replaceAll(`-`,``);
if(name===``||name===`utf8`)return`utf8`;
return name===`utf16le`||name===`latin1`?name:null}
function saltIn(text,encoding){
if(text===``)return null;
if(encoding===``||encoding===`utf8`)return(0,password_hash.MK)(text);
const bytes=encoding===`hex`?(0,encoded_bytes.w8)(text):encoding===`base64`?(0,encoded_bytes.G1)(text):null;
return bytes===null?null:(0,password_hash.pz)(bytes)}
function akamaiPassword(object){
const value=(0,json_object.SA)(object,`value`);
if(value===``)return(0,recognised_hash.Lq)(`empty`);
const tagged=(0,named_text.J)(value,(0,json_object.SA)(object,`type`));
if(tagged!==null)return tagged;
const[,name=``,side]=/^password-(md5|sha1|sha256|sha512)(?:-salted-(left|right))?(?:-(?:base64|hex))?$/.exec((0,json_object.SA)(object,`type`).toLowerCase())??[];
if(!(0,phc_text.Bc)(name))return(0,recognised_hash.qO)(`${AKAMAI} of a type that is not supported`);
const bytes=(0,encoded_bytes.Td)(value,password_hash.x4[name]);
if(bytes===null)return(0,recognised_hash.qM)(AKAMAI);
const salt=(0,json_object.SA)(object,`salt`);
if(side===undefined&&salt===``)return(0,recognised_hash.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value:bytes});
if(side===undefined||salt===``)return(0,recognised_hash.$x)(AKAMAI,`its salt or the position of the salt`);
const position=side===`left`?`prefix`:`suffix`;
return(0,recognised_hash.F9)({kind:`digest`,digest:name,position,salt:(0,password_hash.MK)(salt),encoding:`utf8`,value:bytes})}
var crypt_text=__webpack_require__(673);
;
const FUSIONAUTH=`FusionAuth's password`;
const OKTA=`Okta's password`;
const AUTH0=`Auth0's password`;
const FUSIONAUTH_PBKDF2={"salted-pbkdf2-hmac-sha256":`sha256`,"salted-pbkdf2-hmac-sha256-512":`sha256`,"salted-pbkdf2-hmac-sha512-512":`sha512`};
function fusionauthUser(object){
const scheme=(0,json_object.SA)(object,`encryptionScheme`)||(0,json_object.SA)(object,`encryption_scheme`);
const password=(0,json_object.SA)(object,`password`);
const salt=(0,json_object.SA)(object,`salt`);
if(password===``)return scheme===``&&salt===``?(0,recognised_hash.Lq)(`empty`):(0,recognised_hash.$x)(FUSIONAUTH,`its hash`);
if(scheme===``)return(0,recognised_hash.$x)(FUSIONAUTH,`its encryptionScheme`);
if(scheme===`bcrypt`)return password.startsWith(`$2`)?(0,crypt_text.wB)(password):joined((0,json_object.Dc)(object,`factor`),salt,password);
const digest=Object.hasOwn(FUSIONAUTH_PBKDF2,scheme)?FUSIONAUTH_PBKDF2[scheme]:undefined;
if(digest===undefined)return(0,named_text.J)(password,scheme)??(0,recognised_hash.qO)(`${FUSIONAUTH} of a scheme that is not supported`);
return pbkdf2(FUSIONAUTH,digest,password,salt,(0,json_object.Dc)(object,`factor`))}
function oktaHash(object){
const algorithm=(0,json_object.SA)(object,`algorithm`).toUpperCase();
const value=(0,json_object.SA)(object,`value`);
const salt=(0,json_object.SA)(object,`salt`);
const tagged=(0,named_text.J)(value,algorithm);
if(tagged!==null)return tagged;
if(algorithm===`BCRYPT`)return joined((0,json_object.Dc)(object,`workFactor`),salt,value);
if(algorithm===`PBKDF2`){
const digest=(0,json_object.SA)(object,`digestAlgorithm`).replace(/_HMAC$/,``).toLowerCase();
if(!(0,phc_text.Bc)(digest))return(0,recognised_hash.qO)(`${OKTA} of an algorithm that is not supported`);
return pbkdf2(OKTA,digest,value,salt,(0,json_object.Dc)(object,`iterationCount`))}
const digest=algorithm.replace(`-`,``).toLowerCase();
if(!(0,phc_text.Bc)(digest))return(0,recognised_hash.qO)(`${OKTA} of an algorithm that is not supported`);
const bytes=(0,encoded_bytes.Td)(value,password_hash.x4[digest]);
if(bytes===null)return(0,recognised_hash.qM)(OKTA);
if(salt===``)return(0,recognised_hash.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value:bytes});
const order=(0,json_object.SA)(object,`saltOrder`).toUpperCase();
const saltBytes=(0,encoded_bytes.G1)(salt);
if(saltBytes===null||order!==`PREFIX`&&order!==`POSTFIX`)return(0,recognised_hash.$x)(OKTA,`a salt or its order`);
const position=order===`PREFIX`?`prefix`:`suffix`;
return(0,recognised_hash.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(saltBytes),encoding:`utf8`,value:bytes})}
function auth0Hash(object){
const algorithm=(0,json_object.SA)(object,`algorithm`).toLowerCase();
const hash=(0,json_object.wX)(object,`hash`)??{};
const text=(0,json_object.SA)(hash,`value`);
const tagged=(0,named_text.J)(text,algorithm);
if(tagged!==null)return tagged;
if(text===``)return(0,recognised_hash.Lq)(`empty`);
const salt=(0,json_object.wX)(object,`salt`);
const given=salt===null?null:saltOf(salt);
if(given===`unreadable`)return(0,recognised_hash.$x)(AUTH0,`a salt in the encoding that it names`);
const name=(0,json_object.SA)((0,json_object.wX)(object,`password`)??{},`encoding`).toLowerCase();
const encoding=credential_imports_passwordEncoding(name);
if(encoding===null)return(0,recognised_hash.qO)(`${AUTH0} of an encoding that is not supported`);
if(algorithm===`scrypt`)return auth0Scrypt(object,text,given);
if(algorithm===`hmac`)return given===null?auth0Hmac(hash,text,encoding):(0,recognised_hash.qO)(`HMAC with a salt`);
if(!(0,phc_text.Bc)(algorithm))return(0,recognised_hash.qO)(`${AUTH0} of an algorithm that is not supported`);
const value=(0,encoded_bytes.Td)(text,password_hash.x4[algorithm]);
if(value===null)return(0,recognised_hash.qM)(AUTH0);
const after=(0,json_object.SA)(salt??{},`position`)===`suffix`;
const position=given===null?`none`:after?`suffix`:`prefix`;
return(0,recognised_hash.F9)({kind:`digest`,digest:algorithm,position,salt:given??(0,password_hash.Eg)(),encoding,value})}
function auth0Scrypt(object,text,salt){
const cost=(0,whole_number.r)((0,json_object.Dc)(object,`cost`)??16384,2,2**31);
const blockSize=(0,whole_number.r)((0,json_object.Dc)(object,`blockSize`)??8,1,65535);
const parallelism=(0,whole_number.r)((0,json_object.Dc)(object,`parallelization`)??1,1,65535);
const keylen=(0,whole_number.r)((0,json_object.Dc)(object,`keylen`),8,1024);
if(keylen===null||salt===null)return(0,recognised_hash.$x)(AUTH0,`its salt or the length of the key`);
const key=(0,encoded_bytes.Td)(text,keylen);
if(key===null||cost===null||!(0,phc_text.Zn)(cost)||blockSize===null||parallelism===null)return(0,recognised_hash.qM)(AUTH0);
return(0,recognised_hash.F9)({kind:`scrypt`,cost,blockSize,parallelism,salt,key})}
function auth0Hmac(hash,text,encoding){
const digest=(0,json_object.SA)(hash,`digest`).toLowerCase();
const key=saltOf((0,json_object.wX)(hash,`key`)??{});
if(!(0,phc_text.Bc)(digest))return(0,recognised_hash.qO)(`HMAC on a digest that is not supported`);
if(key===`unreadable`)return(0,recognised_hash.$x)(`HMAC`,`its key`);
const value=(0,encoded_bytes.Td)(text,password_hash.x4[digest]);
return value===null?(0,recognised_hash.qM)(`HMAC`):(0,recognised_hash.F9)({kind:`hmac`,digest,key,encoding,value})}
function saltOf(object){
const value=(0,json_object.Dc)(object,`value`);
if(typeof value!==`string`||value===``)return`unreadable`;
const encoding=(0,json_object.SA)(object,`encoding`).toLowerCase();
if(encoding===``||encoding===`utf8`)return(0,password_hash.MK)(value);
const bytes=encoding===`hex`?(0,encoded_bytes.w8)(value):encoding===`base64`?(0,encoded_bytes.G1)(value):null;
return bytes===null?`unreadable`:(0,password_hash.pz)(bytes)}
function credential_imports_passwordEncoding(name){
if(name===``||name===`utf8`||name===`ascii`)return`utf8`;
if(name===`utf16le`||name===`ucs2`)return`utf16le`;
return name===`latin1`||name===`binary`?`latin1`:null}
function pbkdf2(name,digest,value,saltText,factor){
const key=(0,encoded_bytes.G1)(value);
const salt=(0,encoded_bytes.G1)(saltText);
const iterations=(0,whole_number.r)(factor,1,whole_number.a);
if(key===null||key.length<8)return(0,recognised_hash.qM)(name);
if(salt===null||iterations===null)return(0,recognised_hash.$x)(name,`its salt or the number of iterations`);
return(0,recognised_hash.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key})}
function joined(factor,salt,hash){
const cost=(0,whole_number.r)(factor,4,31);
if(cost===null||salt===``)return(0,recognised_hash.$x)(`bcrypt`,`its salt or its cost`);
return(0,crypt_text.wB)(`$2b$${String(cost).padStart(2,`0`)}$${salt}${hash}`)}
;
const NAME=`Keycloak's credential`;
const PBKDF2={pbkdf2:`sha1`,"pbkdf2-sha256":`sha256`,"pbkdf2-sha512":`sha512`};
const VARIANTS={id:`argon2id`,i:`argon2i`,d:`argon2d`};
function isKeycloakCredential(object){
return[`secretData`,`credentialData`,`hashedSaltedValue`].some(key=>Object.hasOwn(object,key))}
function keycloakCredential(object){
const type=(0,json_object.Dc)(object,`type`);
if(type!==undefined&&(0,json_object.SA)(object,`type`).toLowerCase()!==`password`)return(0,recognised_hash.Lq)(`empty`);
if(Object.hasOwn(object,`hashedSaltedValue`))return hashOf((0,json_object.SA)(object,`hashedSaltedValue`),(0,json_object.SA)(object,`salt`),object);
const secret=(0,json_object.wX)(object,`secretData`);
const settings=(0,json_object.wX)(object,`credentialData`);
if(secret===null||settings===null)return(0,recognised_hash.qM)(NAME);
return hashOf((0,json_object.SA)(secret,`value`),(0,json_object.SA)(secret,`salt`),settings)}
function hashOf(value,saltText,settings){
const algorithm=(0,json_object.SA)(settings,`algorithm`);
if(algorithm===``)return(0,recognised_hash.$x)(NAME,`its algorithm`);
const digest=Object.hasOwn(PBKDF2,algorithm)?PBKDF2[algorithm]:undefined;
const tagged=(0,named_text.J)(value,algorithm);
if(tagged!==null)return tagged;
if(digest===undefined&&algorithm!==`argon2`)return(0,recognised_hash.qO)(`${NAME} of an algorithm that is not supported`);
const key=(0,encoded_bytes.G1)(value);
const salt=(0,encoded_bytes.G1)(saltText);
const iterations=(0,whole_number.r)((0,json_object.Dc)(settings,`hashIterations`),1,whole_number.a);
if(key===null||salt===null)return(0,recognised_hash.qM)(NAME);
if(iterations===null)return(0,recognised_hash.$x)(NAME,`the number of iterations`);
if(digest!==undefined)return(0,recognised_hash.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key});
const argon2=argon2Of(settings,iterations,salt,key);
return argon2===null?(0,recognised_hash.$x)(NAME,`a parameter of Argon2`):(0,recognised_hash.F9)(argon2)}
function argon2Of(settings,passes,salt,key){
const more=(0,json_object.wX)(settings,`additionalParameters`)??{};
const memory=(0,whole_number.r)(first(more,`memory`),8,whole_number.a);
const parallelism=(0,whole_number.r)(first(more,`parallelism`),1,16777215);
const type=first(more,`type`);
const version=first(more,`version`);
if(memory===null||parallelism===null||memory<8*parallelism||salt.length<8||key.length<4)return null;
if(type!==`id`&&type!==`i`&&type!==`d`||version!==`1.3`&&version!==`1.0`)return null;
return{kind:`argon2`,variant:VARIANTS[type],version:version===`1.3`?19:16,memory,passes,parallelism,salt,key}}
function first(object,key){
const value=(0,json_object.Dc)(object,key);
return Array.isArray(value)?value[0]:value}
;
const TEXT_KEYS=[...[`passwordHash`,`password_hash`,`hashedPassword`,`hashed_password`,`hash`,`value`,`encoded`]];
const HASH_KEY=/hash|passw|pwd|digest|secret|encoded|^value$/i;
const SETTING_KEY=/settings|algorithm|iterations|rounds|salt|format|scheme|type|encoding|hasher|temporary|changed?|date|time|created|updated/i;
const PASSWORD_KEYS=[...[`password`,`passwordHash`,`password_hash`,`hashedPassword`,`hashed_password`,`compoundHashedPassword`],...[`encryptionScheme`,`encryption_scheme`,`credentials`]];
const RECORD_KEYS=[...[`factor`,`salt`,`hashSettings`,`custom_password_hash`,`pwHashAlgorithm`,`pwHashSalt`,`pwBinaryHashSalt`],...[`pwHashRounds`,`pwHashFormat`],...PASSWORD_KEYS,...TEXT_KEYS];
function credentialObject(object,parts,readText){
const read=byKeys(object,parts,readText);
if(read.kind!==`none`||read.why!==`empty`)return read;
const keys=parts.isRecord?PASSWORD_KEYS:Object.keys(object).filter(namesHash);
return keys.some(key=>isFilled((0,json_object.Dc)(object,key)))?(0,recognised_hash.L5)():read}
function byKeys(object,parts,readText){
if(Object.keys(object).length===0)return(0,recognised_hash.Lq)(`empty`);
if(isKeycloakCredential(object))return keycloakCredential(object);
if(isGigyaPassword(object))return gigyaPassword(object);
if(Object.hasOwn(object,`encryptionScheme`)||Object.hasOwn(object,`encryption_scheme`))return fusionauthUser(object);
const auth0=(0,json_object.wX)(object,`custom_password_hash`)??object;
if((0,json_object.SA)(auth0,`algorithm`)!==``&&(0,json_object.Qd)((0,json_object.Dc)(auth0,`hash`)))return auth0Hash(auth0);
if((0,json_object.SA)(object,`type`).startsWith(`password-`))return akamaiPassword(object);
if((0,json_object.SA)(object,`algorithm`)!==``&&(0,json_object.SA)(object,`value`)!==``)return oktaHash(object);
return plainObject(object,parts,readText)}
function plainObject(object,parts,readText){
const inner=(0,json_object.wX)(object,`hashedPassword`)??object;
const key=TEXT_KEYS.find(name=>(0,json_object.SA)(inner,name)!==``);
if(key!==undefined)return readText((0,json_object.SA)(inner,key),{...parts,salt:parts.salt??(0,json_object.Dc)(inner,`salt`)});
const isEmpty=parts.isRecord||TEXT_KEYS.some(name=>Object.hasOwn(inner,name));
return isEmpty?(0,recognised_hash.Lq)(`empty`):(0,recognised_hash.L5)()}
function namesHash(key){
return HASH_KEY.test(key)&&!SETTING_KEY.test(key)}
function isFilled(value){
if(typeof value===`string`)return value.trim()!==``;
if(typeof value===`object`&&value!==null)return Object.keys(value).length>0;
return typeof value===`number`}}),673:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{DW:()=>phpassText,Gr:()=>CRYPT_DIGITS,cA:()=>desCryptText,ck:()=>unixCryptText,pf:()=>PHPASS_DIGITS,wB:()=>bcryptText});
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(42879);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69302);
const BCRYPT=/^\$2([aby])\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const PHPASS=/^\$([PHSQ])\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]+)$/;
const PHPASS_DIGESTS={P:`md5`,H:`md5`,S:`sha512`,Q:`sha1`};
const PHPASS_DIGITS={md5:22,sha1:27,sha512:43};
const MD5_CRYPT=/^\$1\$([^$:\s]{0,8})\$[./0-9A-Za-z]{22}$/;
const SHA_CRYPT=/^\$([56])\$(?:rounds=(\d{1,9})\$)?([^$:\s]{0,16})\$([./0-9A-Za-z]+)$/;
const DES_CRYPT=/^([./0-9A-Za-z]{2})[./0-9A-Za-z]{11}$/;
const CRYPT_DIGITS=`./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;
function bcryptText(text){
const match=BCRYPT.exec(text);
if(match===null){
const faulty=/^\$2(x?)\$/.exec(text);
if(faulty!==null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qO)(`bcrypt of the faulty variant 2${faulty[1]}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`bcrypt`)}
const[,letter,digits]=match;
const cost=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_1__.r)(digits,4,31);
if(cost===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`bcrypt`);
const variant=letter===`a`?`2a`:letter===`b`?`2b`:`2y`;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`bcrypt`,variant,cost,text})}
function phpassText(text){
const[,mark,rounds=`!`,salt=``,digits=``]=PHPASS.exec(text)??[];
const logRounds=CRYPT_DIGITS.indexOf(rounds);
const digest=PHPASS_DIGESTS[mark??`P`];
if(digits.length!==PHPASS_DIGITS[digest]||logRounds<7||logRounds>30)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`phpass`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`phpass`,digest,logRounds,salt,text})}
function unixCryptText(given){
const text=given.replace(/^\$(?:md5|sha256|sha512)-crypt\$/,name=>UNIX_NAMES[name]??name);
const md5=MD5_CRYPT.exec(text);
if(md5!==null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant:`1`,rounds:null,salt:md5[1]??``,text});
const[,variant,roundsText,salt=``,digits=``]=SHA_CRYPT.exec(text)??[];
const rounds=roundsText===undefined?null:(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_1__.r)(roundsText,1e3,999999999);
if(variant!==`5`&&variant!==`6`||digits.length!==(variant===`5`?43:86))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
if(roundsText!==undefined&&rounds===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant,rounds,salt,text})}
const UNIX_NAMES={"$md5-crypt$":`$1$`,"$sha256-crypt$":`$5$`,"$sha512-crypt$":`$6$`};
function desCryptText(text){
const match=DES_CRYPT.exec(text);
if(match===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant:`des`,rounds:null,salt:match[1]??``,text})}}),46636:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{QN:()=>digestBytes,Wk:()=>declaredHmac,X8:()=>declaredDigest,mD:()=>declaredPbkdf2,qW:()=>iterationsOf,um:()=>saltOf,vG:()=>isPlainDigest});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(42879);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(69302);
const NOTHING=new Uint8Array;
const READABLE_SALT=`a salt in the encoding that the mapping names`;
function declaredDigest(text,name,parts){
const given=saltOf(parts);
const[digits=``,...behind]=given===null?text.split(`:`):[text];
const value=digestBytes(digits,name);
if(value===null||behind.length>0&&behind.join(`:`)===``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(name);
if(given===`unreadable`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(name,READABLE_SALT);
const salt=behind.length>0?(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(behind.join(`:`)):given;
const encoding=parts.passwordEncoding??`utf8`;
const position=parts.saltPosition;
const isSalted=salt!==null&&position!==`none`;
if(behind.length>0&&position===`none`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(name);
if(isSalted&&position===undefined)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`${name} with a salt`,`the position of the salt`);
if(parts.secret!==undefined){
if(!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.Bc)(name))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qO)(`${name} with a secret`);
if(parts.secretPosition===undefined)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`${name} with a secret`,`the position of the secret`);
const bytes=isSalted?salt.bytes:NOTHING;
const[before,after]=position===`suffix`?[NOTHING,bytes]:[bytes,NOTHING];
const secret={secret:parts.secret,position:parts.secretPosition};
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`peppered-digest`,digest:name,...secret,before,after,encoding,value})}
if(!isSalted||position===undefined)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.Eg)(),encoding,value});
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest`,digest:name,position,salt,encoding,value})}
function declaredHmac(text,name,parts){
const value=digestBytes(text,name);
if(value===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`HMAC of ${name}`);
const encoding=parts.passwordEncoding??`utf8`;
const key=saltOf(parts);
if(parts.secret!==undefined){
if(key!==null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qO)(`HMAC with a secret and a salt`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`hmac`,digest:name,key:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.Eg)(),secret:parts.secret,encoding,value})}
if(key===`unreadable`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`HMAC`,READABLE_SALT);
if(key===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`HMAC`,`the salt that is its key`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`hmac`,digest:name,key,encoding,value})}
function declaredPbkdf2(text,name,parts){
const[work,saltText=``,keyText=``,...more]=text.split(`:`);
const isWhole=keyText!==``&&more.length===0;
const secret=parts.secret===undefined?{}:{secret:parts.secret};
if(isWhole){
const read=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(saltText+keyText)===null?_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1:_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8;
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.a);
const[salt,key]=[read(saltText),read(keyText)];
if(iterations===null||salt===null||key===null||key.length<8)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`PBKDF2`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`pbkdf2`,digest:name,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(salt),...secret,key})}
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(text)??(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(text);
if(key===null||key.length<8)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`PBKDF2`);
const salt=parts.saltPosition===`none`?(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.Eg)():saltOf(parts);
if(salt===`unreadable`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`PBKDF2`,READABLE_SALT);
if(salt===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`PBKDF2`,`a salt`);
const iterations=iterationsOf(parts);
if(iterations===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`PBKDF2`,`the number of iterations`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`pbkdf2`,digest:name,iterations,salt,...secret,key})}
function iterationsOf({iterations}){
return(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(typeof iterations===`string`?iterations.trim():iterations,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.a)}
function digestBytes(text,name){
return(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.Td)(text.replace(/^0x/i,``),_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.QF[name])}
function saltOf({salt,saltEncoding}){
if(salt===undefined||salt===null||salt===``)return null;
if(typeof salt===`number`)return(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(String(salt));
if(typeof salt!==`string`)return`unreadable`;
if(saltEncoding===undefined||saltEncoding===`text`)return(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt);
const bytes=saltEncoding===`hex`?(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(salt.trim().replace(/^0x/i,``)):(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(salt.trim());
return bytes===null?`unreadable`:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(bytes)}
function isPlainDigest(name){
return Object.hasOwn(_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.QF,name)}}),64713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G1:()=>bytesOfBase64,QV:()=>sameText,Td:()=>bytesOfLength,ZD:()=>hexOf,er:()=>sameBytes,fL:()=>bytesOfAdaptedBase64,hd:()=>unpaddedBase64,ju:()=>base64Of,w8:()=>bytesOfHex});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
const HEX=/^(?:[0-9a-f]{2})+$/i;
const STANDARD=/^[A-Za-z0-9+/]+(={0,2})$/;
const URL_SAFE=/^[A-Za-z0-9_-]+(={0,2})$/;
function bytesOfHex(text){
return HEX.test(text)?Buffer.from(text,`hex`):null}
function bytesOfBase64(text){
const padding=(STANDARD.exec(text)??URL_SAFE.exec(text))?.[1];
if(padding===undefined)return null;
const digits=text.length-padding.length;
if(digits%4===1||padding!==``&&text.length%4!==0)return null;
return Buffer.from(text,`base64`)}
function bytesOfAdaptedBase64(text){
return bytesOfBase64(text.replaceAll(`.`,`+`))}
function bytesOfLength(text,length){
const bytes=text.length===2*length?bytesOfHex(text):bytesOfBase64(text);
return bytes?.length===length?bytes:null}
function hexOf(bytes){
return view(bytes).toString(`hex`)}
function base64Of(bytes){
return view(bytes).toString(`base64`)}
function unpaddedBase64(bytes){
return base64Of(bytes).replace(/=+$/,``)}
function sameBytes(one,other){
return one.length===other.length&&(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(one,other)}
function sameText(one,other){
return sameBytes(Buffer.from(one),Buffer.from(other))}
function view(bytes){
return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.byteLength)}}),90794:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Fq:()=>BCRYPT_INPUTS,cp:()=>needsProof,gp:()=>isDeclaredAlgorithm,x1:()=>takesSecret});
var _password_hash_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(11109);
const DIGEST_NAMES=[`md5`,`sha1`,`sha256`,`sha384`,`sha512`];
const PLAIN_DIGEST_NAMES=Object.keys(_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.QF);
const BCRYPT_INPUTS=[...[`md5-hex`,`sha1-hex`,`sha256-hex`,`sha512-hex`,`sha384-base64`,`long-sha512`],...[`hmac-sha256`,`pepper`,`double`]];
const SYSTEMS=[...[`shopware-md5`,`magento`,`typo3`,`oxid`,`sap-commerce`,`jtl`,`modified`,`woltlab`,`vbulletin`,`neos`],...[`umbraco`,`better-auth`,`spring`,`spring-standard`,`spring-pbkdf2`,`spring-pbkdf2-sha256`,`ldap`]];
const NO_HASHES=[`clear-text`,`encrypted`];
const DECLARED_ALGORITHMS=[...PLAIN_DIGEST_NAMES,...DIGEST_NAMES.map(digest=>`hmac-${digest}`),...DIGEST_NAMES.map(digest=>`pbkdf2-${digest}`),`bcrypt`,...BCRYPT_INPUTS.map(input=>`bcrypt-${input}`),`firebase-scrypt`,...DIGEST_NAMES.map(digest=>`symfony-${digest}`),...PLAIN_DIGEST_NAMES.map(digest=>`spring-${digest}`),...DIGEST_NAMES.map(digest=>`aspnet-membership-${digest}`),...DIGEST_NAMES.map(digest=>`aspnet-membership-hmac-${digest}`),...SYSTEMS,...NO_HASHES];
const GENERAL=/^(?:md\d|sha\d+|(?:hmac|pbkdf2)-.*|bcrypt|firebase-scrypt|shopware-md5|magento)$/;
function needsProof(algorithm,secret){
return secret!==undefined||!GENERAL.test(algorithm)}
const SECRET_TAKERS=/^(?:md5|sha\d+|(?:hmac|pbkdf2)-.*|bcrypt-(?:hmac-sha256|pepper)|modified|sap-commerce|neos|spring|spring-(?:standard|pbkdf2.*))$/;
function takesSecret(algorithm){
return SECRET_TAKERS.test(algorithm)}
function isDeclaredAlgorithm(name){
return DECLARED_ALGORITHMS.includes(name)}}),16519:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Gy:()=>packedIteratedText,RW:()=>packedChainText,UE:()=>isshaText,pI:()=>oakDigestText});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(42879);
var _secret_id_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(23735);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(69302);
const ISSHA={"x-issha":`sha1`,"x-issha256":`sha256`,"x-issha384":`sha384`,"x-issha512":`sha512`};
function isshaText(text){
const[,name=``,work,rest=``]=/^\{(x-issha(?:256|384|512)?), ?(\d{1,10})\}(.*)$/i.exec(text)??[];
const digest=ISSHA[name.toLowerCase()];
if(digest===undefined)return null;
const rounds=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest);
const length=_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest];
if(rounds===null||bytes===null||bytes.length<=length)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`{x-issha}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`iterated-digest`,digest,rounds,position:`suffix`,roundInput:`password-sum`,salt:bytes.subarray(length),secret:null,encoding:`utf8`,value:bytes.subarray(0,length)})}
function oakDigestText(digest,rest){
const[,salt=``,work=`1`,digits=``]=/^([0-9a-f]+)-(?:(\d{1,10})-)?([0-9a-f]+)$/i.exec(rest)??[];
if(salt===``)return null;
const rounds=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(digits);
if(rounds===null||value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest])return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`a digest of Jackrabbit Oak`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`iterated-digest`,digest,rounds,position:`prefix`,roundInput:`sum`,salt:Buffer.from(salt,`utf8`),secret:null,encoding:`utf8`,value})}
function packedIteratedText(parts){
const name=`a packed digest`;
const digest=(parts[0]??``).slice(`iterated-`.length);
const given=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.FI)(parts[1]??``);
const rounds=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`i`),1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const position=given?.get(`salt`);
const roundInput=given?.get(`round`);
const encoding=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.Hn)(given?.get(`pw`));
const secret=given?.get(`secret`)??null;
const salt=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.AY)(parts[2]??``);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[3]??``);
if(!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.Bc)(digest)||parts.length!==4||given?.size!==(secret===null?4:5))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
if(rounds===null||encoding===null||salt===null||value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest])return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
if(position!==`prefix`&&position!==`suffix`||!isRoundInput(roundInput))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
if(secret!==null&&!(0,_secret_id_js__WEBPACK_IMPORTED_MODULE_5__.I$)(secret))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`iterated-digest`,digest,rounds,position,roundInput,salt,secret,encoding,value})}
function isRoundInput(name){
return name===`sum`||name===`sum-first`||name===`password-sum`}
function packedChainText(parts){
const name=`a packed chain of digests`;
const digest=(parts[0]??``).slice(`chain-`.length);
const given=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.FI)(parts[1]??``);
const steps=(given?.get(`v`)??``).split(`:`);
const salt=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.AY)(parts[2]??``);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[3]??``);
if(!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.Bc)(digest)||parts.length!==4||given?.size!==1||salt===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
if(value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest]||steps.length>8||!steps.every(isStep))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(name);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`digest-chain`,digest,steps,salt:Buffer.from(salt).toString(`utf8`),value})}
function isStep(name){
return name===`none`||name===`prefix`||name===`suffix`}}),29535:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Bl:()=>tryParseJson,Dc:()=>member,Qd:()=>isPlainObject,SA:()=>textMember,wX:()=>objectMember});
var _text_exact_json_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77283);
function isPlainObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
function member(object,key){
return Object.hasOwn(object,key)?object[key]:undefined}
function textMember(object,key){
const value=member(object,key);
return typeof value===`string`?value.trim():``}
function objectMember(object,key){
const value=member(object,key);
const parsed=typeof value===`string`?tryParseJson(value):value;
return isPlainObject(parsed)?parsed:null}
function tryParseJson(text){
try{
return(0,_text_exact_json_js__WEBPACK_IMPORTED_MODULE_0__.l)(text)}catch{
return undefined}}}),74314:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ek:()=>magentoVersion,dc:()=>packedMagentoText,ok:()=>argonSalt,om:()=>MAGENTO,u9:()=>earlyMagentoText,zd:()=>magentoText});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(42879);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(69302);
const NAME=`Magento's hash`;
const VERSION_2=`3_32_2_67108864`;
const SALT_BYTES=16;
const MAGENTO=/^([0-9a-f]{32,128}):([^:]*):([0-3](?:_\d+){0,3}(?::[0-3](?:_\d+){0,3})*)$/i;
function magentoText(text){
const[,hash=``,salt=``,versions=``]=MAGENTO.exec(text)??[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(hash);
return value===null?(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME):magentoHash(value,salt,versions.split(`:`))}
function earlyMagentoText(text){
const[,digits,,salt=``]=/^([0-9a-f]{32}|[0-9a-f]{64})(:([^:\s]*))?$/i.exec(text)??[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(digits??``);
if(value===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
if(/^[0-3]$/.test(salt))return magentoHash(value,``,[salt]);
const digest=value.length===_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4.md5?`md5`:`sha256`;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest`,digest,...saltBefore(salt),encoding:`utf8`,value})}
function packedMagentoText(parts){
const versions=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.FI)(parts[1]??``)?.get(`v`);
const salt=parts[2]===``?new Uint8Array:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[2]??``);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[3]??``);
if(parts.length!==4||versions===undefined||salt===null||value===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
return magentoHash(value,Buffer.from(salt).toString(`utf8`),versions.split(`:`))}
function magentoHash(value,salt,versions){
const steps=[];
for(const version of versions){
const step=stepOf(version);
if(step===null||step.kind===`argon2id`&&salt===``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
steps.push(step)}
const last=steps.at(-1);
if(last===undefined||stepBytes(last)!==value.length)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
if(steps.length>1)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.Nb)({kind:`magento-chain`,steps,salt,value});
if(last.kind===`digest`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.Nb)({kind:`digest`,digest:last.digest,...saltBefore(salt),encoding:`utf8`,value});
const{memory,passes}=last;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.Nb)({kind:`argon2`,variant:`argon2id`,version:19,memory,passes,parallelism:1,salt:argonSalt(salt),key:value})}
function saltBefore(salt){
return salt===``?{position:`none`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.Eg)()}:{position:`prefix`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt)}}
function stepOf(version){
if(version===`0`)return{kind:`digest`,digest:`md5`};
if(version===`1`)return{kind:`digest`,digest:`sha256`};
const[id,keylenText,passesText,bytesText,...more]=(version===`2`?VERSION_2:version).split(`_`);
const keylen=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(keylenText,16,64);
const passes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(passesText,1,65535);
const bytes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(bytesText,8192,2**32);
if(id!==`3`||keylen===null||passes===null||bytes===null||more.length>0)return null;
return{kind:`argon2id`,keylen,passes,memory:Math.floor(bytes/1024)}}
function magentoVersion(step){
if(step.kind===`digest`)return step.digest===`md5`?`0`:`1`;
return`3_${step.keylen}_${step.passes}_${step.memory*1024}`}
function argonSalt(salt){
const bytes=Buffer.from(salt,`utf8`);
return Buffer.alloc(SALT_BYTES,bytes)}
function stepBytes(step){
return step.kind===`digest`?_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[step.digest]:step.keylen}}),50654:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{J:()=>namedText});
var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(53660);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(42879);
var _tagged_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(52698);
const PLAIN_NAMES=/^(?:|auto|crypt|password-(?:bcrypt|crypt)|bcrypt[_-]?\d*|2[aby])$/;
function namedText(text,algorithm){
const tagged=(0,_tagged_text_js__WEBPACK_IMPORTED_MODULE_1__.M)(text);
if(tagged?.kind!==`hash`)return tagged;
if((0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__.H)(tagged.hash)!==`bcrypt`||PLAIN_NAMES.test(algorithm.toLowerCase()))return tagged;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qO)(`bcrypt under a name that is not that of plain bcrypt`)}}),11109:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Eg:()=>noSalt,MK:()=>textSalt,QF:()=>PLAIN_DIGEST_BYTES,pz:()=>byteSalt,x4:()=>DIGEST_BYTES});
const DIGEST_BYTES={md5:16,sha1:20,sha256:32,sha384:48,sha512:64};
const PLAIN_DIGEST_BYTES={...DIGEST_BYTES,md2:16,md4:16};
function noSalt(){
return{bytes:new Uint8Array,text:null}}
function textSalt(text){
return{bytes:Buffer.from(text,`utf8`),text}}
function byteSalt(bytes){
return{bytes,text:null}}}),28486:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G6:()=>jakartaPbkdf2,MY:()=>atlassianPbkdf2,NO:()=>javaDigest,V6:()=>pbkdf2Of389,kX:()=>javaPbkdf2});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(42879);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(69302);
const JAVA=/^PBKDF2WithHmacSHA(1|256|384|512)$/;
const HEADER_389=4;
const SALT_389=64;
const KEY_389=256;
const SALT_ATLASSIAN=16;
const ATLASSIAN={bytes:48,iterations:1e4};
const OAK_KEY=16;
function javaDigest(name){
const bits=JAVA.exec(name)?.[1];
if(bits===undefined)return null;
return bits===`1`?`sha1`:bits===`256`?`sha256`:bits===`384`?`sha384`:`sha512`}
function javaPbkdf2(digest,rest){
const oak=/^([0-9a-f]+)-(?:(\d{1,10})-)?([0-9a-f]+)$/i.exec(rest);
return oak===null?liferay(digest,rest):oakPbkdf2(digest,oak[1]??``,oak[2]??`1`,oak[3]??``)}
function liferay(digest,rest){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest);
if(bytes===null||bytes.length<8)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Liferay's PBKDF2`);
const header=new DataView(bytes.buffer,bytes.byteOffset,8);
const[bits,iterations]=[header.getUint32(0),header.getUint32(4)];
const saltBytes=bytes.length-8-bits/8;
if(bits%8!==0||bits<128||iterations===0||saltBytes!==8&&saltBytes!==16)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Liferay's PBKDF2`);
const end=8+saltBytes;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(bytes.subarray(8,end)),key:bytes.subarray(end)})}
function oakPbkdf2(digest,saltText,work,keyText){
const[salt,key]=[(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(saltText),(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(keyText)];
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
if(salt===null||key?.length!==OAK_KEY||iterations===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Jackrabbit Oak's PBKDF2`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(salt),key})}
function jakartaPbkdf2(text){
if(!text.startsWith(`PBKDF2With`))return null;
const[name=``,work,saltText=``,keyText=``,...more]=text.split(`:`);
const digest=javaDigest(name);
if(digest===null)return null;
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(work,1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const[salt,key]=[(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(saltText),(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(keyText)];
if(iterations===null||salt===null||salt.length<16||key===null||key.length<16||more.length>0)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Jakarta EE's PBKDF2`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(salt),key})}
function pbkdf2Of389(rest){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest);
if(bytes?.length!==HEADER_389+SALT_389+KEY_389)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`{PBKDF2_SHA256}`);
const iterations=new DataView(bytes.buffer,bytes.byteOffset,HEADER_389).getUint32(0);
if(iterations===0)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`{PBKDF2_SHA256}`);
const end=HEADER_389+SALT_389;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`pbkdf2`,digest:`sha256`,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(bytes.subarray(HEADER_389,end)),key:bytes.subarray(end)})}
function atlassianPbkdf2(rest){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest);
if(bytes?.length!==ATLASSIAN.bytes)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`{PKCS5S2}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`pbkdf2`,digest:`sha1`,iterations:ATLASSIAN.iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(bytes.subarray(0,SALT_ATLASSIAN)),key:bytes.subarray(SALT_ATLASSIAN)})}}),49378:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{AY:()=>bytesOrEmpty,Bc:()=>isDigest,D0:()=>argon2Text,F:()=>firescryptText,FI:()=>parameters,Hn:()=>passwordEncoding,J6:()=>supertokensText,Lf:()=>scryptText,Zn:()=>isScryptCost,b_:()=>pbkdf2Text});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(42879);
var _secret_id_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(23735);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(69302);
function parameters(text){
const map=new Map;
for(const pair of text.split(`,`)){
const at=pair.indexOf(`=`);
if(at<1||map.has(pair.slice(0,at)))return null;
map.set(pair.slice(0,at),pair.slice(at+1))}
return map}
function isDigest(name){
return Object.hasOwn(_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4,name)}
function argon2Text(parts){
const[variant=``,...rest]=parts;
if(variant!==`argon2id`&&variant!==`argon2i`&&variant!==`argon2d`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Argon2`);
const version=rest[0]?.startsWith(`v=`)?rest.shift():`v=16`;
if(version!==`v=19`&&version!==`v=16`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qO)(`Argon2 of an unknown version`);
const given=parameters(rest[0]??``);
if(rest.length!==3||given===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Argon2`);
if(given.has(`keyid`)||given.has(`data`))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qO)(`Argon2 with a secret key or associated data`);
const memory=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given.get(`m`),8,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const passes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given.get(`t`),1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const parallelism=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given.get(`p`),1,16777215);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest[1]??``);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(rest[2]??``);
if(memory===null||passes===null||parallelism===null||given.size!==3)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Argon2`);
if(memory<8*parallelism||salt===null||salt.length<8||key===null||key.length<4)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`Argon2`);
const number=version===`v=19`?19:16;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`argon2`,variant,version:number,memory,passes,parallelism,salt,key})}
function pbkdf2Text(parts){
const[name=``,work=``,saltText=``,keyText=``]=parts;
const digest=name===`pbkdf2`?`sha1`:name.slice(`pbkdf2-`.length);
if(!isDigest(digest))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qO)(`PBKDF2 on a digest that is not supported`);
const given=work.includes(`=`)?parameters(work):new Map([[`i`,work]]);
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`i`),1,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.a);
const length=given?.get(`l`);
const salt=saltText===``&&length!==undefined?new Uint8Array:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.fL)(saltText);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.fL)(keyText);
if(parts.length!==4||iterations===null||salt===null||key===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`PBKDF2`);
if(length!==undefined&&length!==String(key.length))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`PBKDF2`);
const secret=given?.get(`secret`);
if(secret!==undefined&&!(0,_secret_id_js__WEBPACK_IMPORTED_MODULE_4__.I$)(secret))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`PBKDF2`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({...{kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(salt),key},...secret!==undefined&&{secret}})}
function scryptText(parts){
const work=scryptWork(parts[1]??``);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[2]??``);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[3]??``);
if(parts.length!==4||work===null||salt===null||key===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`scrypt`);
const normalized=parameters(parts[1]??``)?.get(`pw`);
if(normalized!==undefined&&normalized!==`nfkc`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(`scrypt`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({...{kind:`scrypt`,...work,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.pz)(salt),key},...normalized!==undefined&&{normalization:`NFKC`}})}
function firescryptText(parts){
const name=`Firebase's scrypt`;
const work=scryptWork(parts[1]??``);
const[salt,value,separator]=parts.slice(2,5).map(bytesOrEmpty);
if(parts.length<5||parts.length>6||work===null||work.parallelism!==1)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(name);
const signerKey=parts.length===6?(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[5]??``):null;
if(!salt||!separator||!value||value.length===0||parts.length===6&&signerKey===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(name);
const{cost,blockSize}=work;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`firebase-scrypt`,cost,blockSize,salt,separator,value,signerKey})}
function supertokensText(parts){
const name=`Firebase's scrypt`;
const given=parameters(parts.slice(3).join(`,`));
const memCost=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`m`),1,30);
const blockSize=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`r`),1,64);
const[value,salt,separator]=[parts[1]??``,parts[2]??``,given?.get(`s`)??``].map(bytesOrEmpty);
if(parts.length!==6||given?.size!==3||!given.has(`s`))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(name);
if(memCost===null||blockSize===null||!value||value.length<32||!salt||!separator)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.qM)(name);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_2__.F9)({kind:`firebase-scrypt`,cost:2**memCost,blockSize,salt,separator,value,signerKey:null})}
function scryptWork(text){
const given=parameters(text);
const ln=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`ln`),1,2**31);
const blockSize=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`r`),1,65535);
const parallelism=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(given?.get(`p`),1,65535);
if(ln===null||blockSize===null||parallelism===null)return null;
const cost=ln<=31?2**ln:ln;
return isScryptCost(cost)?{cost,blockSize,parallelism}:null}
function isScryptCost(cost){
return cost>=2&&Number.isInteger(Math.log2(cost))}
function passwordEncoding(name){
return name===`utf8`||name===`utf16le`||name===`latin1`?name:null}
function bytesOrEmpty(text){
return text===``?new Uint8Array:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(text)}}),18116:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{JL:()=>wordpressText,cH:()=>djangoBcryptSha256Text,gH:()=>packedBcryptText,vb:()=>declaredBcrypt});
var _crypt_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(673);
var _hash_parts_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(90794);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(42879);
var _secret_id_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(23735);
const NAME=`bcrypt of a pre-hashed password`;
const WORDPRESS=`$wp`;
const DJANGO=`bcrypt_sha256$`;
const WITH_SECRET=[`hmac-sha256`,`pepper`];
function wordpressText(text){
return marked(`wordpress`,text,WORDPRESS)}
function djangoBcryptSha256Text(text){
return marked(`django-sha256`,text,DJANGO)}
function marked(scheme,text,mark){
const bcrypt=text.slice(mark.length);
if((0,_crypt_text_js__WEBPACK_IMPORTED_MODULE_0__.wB)(bcrypt).kind!==`hash`)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`prehashed-bcrypt`,scheme,secret:null,text,bcrypt})}
function declaredBcrypt(bcrypt,scheme,secret){
const read=(0,_crypt_text_js__WEBPACK_IMPORTED_MODULE_0__.wB)(bcrypt);
if(read.kind!==`hash`)return read;
const takesSecret=WITH_SECRET.includes(scheme);
if(takesSecret&&secret===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.$x)(`bcrypt under a secret`,"the name of the secret (`secret`)");
const used=takesSecret?secret:null;
const text=`$bcrypt$pre=${scheme}${used===null?``:`,secret=${used}`}${bcrypt}`;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.f9)({kind:`prehashed-bcrypt`,scheme,secret:used,text,bcrypt})}
function packedBcryptText(parts){
const given=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.FI)(parts[1]??``);
const scheme=given?.get(`pre`)??``;
const secret=given?.get(`secret`);
if(!isDeclaredInput(scheme)||given?.size!==(secret===undefined?1:2))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
if(WITH_SECRET.includes(scheme)!==(secret!==undefined)||secret!==undefined&&!(0,_secret_id_js__WEBPACK_IMPORTED_MODULE_4__.I$)(secret))return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
const read=declaredBcrypt(`$${parts.slice(2).join(`$`)}`,scheme,secret??null);
return read.kind===`hash`?(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)(read.hash):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME)}
function isDeclaredInput(name){
return _hash_parts_js__WEBPACK_IMPORTED_MODULE_1__.Fq.includes(name)}}),21661:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>recogniseHash});
var encoded_bytes=__webpack_require__(64713);
var password_hash=__webpack_require__(11109);
var recognised_hash=__webpack_require__(42879);
;
const V2_SALT=16;
const V2_KEY=32;
const V3_HEADER=13;
const V3_DIGESTS=[`sha1`,`sha256`,`sha512`];
const V3_MIN_BYTES=16;
const V3_MAX_ITERATIONS=1e8;
function aspnetBlob(text){
if(!text.startsWith(`A`))return null;
const bytes=(0,encoded_bytes.G1)(text);
if(bytes===null)return null;
if(bytes[0]===0)return version2(bytes);
return bytes[0]===1?version3(bytes):null}
function version2(bytes){
if(bytes.length!==1+V2_SALT+V2_KEY)return null;
const salt=(0,password_hash.pz)(bytes.subarray(1,1+V2_SALT));
return(0,recognised_hash.F9)({kind:`pbkdf2`,digest:`sha1`,iterations:1e3,salt,key:bytes.subarray(1+V2_SALT)})}
function version3(bytes){
if(bytes.length<V3_HEADER+2*V3_MIN_BYTES)return null;
const header=new DataView(bytes.buffer,bytes.byteOffset,V3_HEADER);
const digest=V3_DIGESTS[header.getUint32(1)];
const iterations=header.getUint32(5);
const saltLength=header.getUint32(9);
if(digest===undefined||iterations<1||iterations>V3_MAX_ITERATIONS)return null;
if(saltLength<V3_MIN_BYTES||bytes.length-V3_HEADER-saltLength<V3_MIN_BYTES)return null;
const salt=(0,password_hash.pz)(bytes.subarray(V3_HEADER,V3_HEADER+saltLength));
return(0,recognised_hash.F9)({kind:`pbkdf2`,digest,iterations,salt,key:bytes.subarray(V3_HEADER+saltLength)})}
var credential_object=__webpack_require__(96623);
var brace_text=__webpack_require__(37444);
var hash_parts=__webpack_require__(90794);
var prehashed_bcrypt=__webpack_require__(18116);
var spring_text=__webpack_require__(30190);
var tagged_text=__webpack_require__(52698);
;
function markedText(text,algorithm,parts){
const secret=parts.secret??null;
const isBcrypt=/^\$2[aby]\$/.test(text);
const input=hash_parts.Fq.find(each=>algorithm===`bcrypt-${each}`);
if(isBcrypt&&input!==undefined)return(0,prehashed_bcrypt.vb)(text,input,secret);
if(isBcrypt&&algorithm===`woltlab`)return(0,prehashed_bcrypt.vb)(text,`double`,null);
if(isBcrypt&&algorithm===`modified`&&secret!==null)return(0,prehashed_bcrypt.vb)(text,`hmac-sha256`,secret);
if(algorithm===`typo3`)return typo3Text(text);
if(algorithm===`neos`&&text.startsWith(`pbkdf2=>`))return null;
if(text.startsWith(`{`)){
if(algorithm===`ldap`)return(0,brace_text.t)(text,tagged_text.q);
if(algorithm===`spring`)return(0,spring_text.fn)(text,parts,inner);
if(algorithm.startsWith(`spring-`)){
const read=(0,spring_text.fn)(text,parts,inner);
return read.kind===`unrecognised`&&read.reason===`unknown`?null:read}}
return(0,tagged_text.M)(text)}
function inner(text){
return(0,tagged_text.M)(text)??(0,recognised_hash.L5)()}
function typo3Text(text){
const[,mark=``,bcrypt=``]=/^([MC]?)(\$2y\$.*)$/s.exec(text)??[];
if(bcrypt===``)return(0,tagged_text.M)(text);
const read=(0,prehashed_bcrypt.vb)(bcrypt,`sha384-base64`,null);
if(mark!==`M`||read.kind!==`hash`)return read;
return(0,recognised_hash.F9)({kind:`upgraded-md5`,mark:`M`,inner:read.hash})}
function undeclaredNeos(text){
if(!text.startsWith(`pbkdf2=>`))return null;
return(0,recognised_hash.$x)(`Neos's PBKDF2`,"the declaration `algorithm: neos` and the name of the static salt (`secret`)")}
var crypt_text=__webpack_require__(673);
var declared_digest=__webpack_require__(46636);
var magento_text=__webpack_require__(74314);
var phc_text=__webpack_require__(49378);
var shop_text=__webpack_require__(14989);
var woltlab_text=__webpack_require__(81350);
;
const SECRET="the name of the secret (`secret`)";
function systemValue(text,algorithm,parts){
switch(algorithm){case`oxid`:return oxidValue(text,parts);case`sap-commerce`:return sapCommerceValue(text,parts);case`jtl`:return text.length===32?(0,declared_digest.X8)(text,`md5`,{value:text}):(0,shop_text.ok)(text);case`modified`:return(0,declared_digest.X8)(text,`md5`,{value:text,saltPosition:`prefix`});case`woltlab`:return(0,woltlab_text.lQ)(text);case`vbulletin`:return(0,woltlab_text.FK)(withColumn(text,parts));case`neos`:return neosValue(text,parts);case`umbraco`:return umbracoValue(text);case`better-auth`:return betterAuthValue(text);case`spring-standard`:return(0,spring_text.xY)(text,parts);case`spring-pbkdf2`:return(0,spring_text.$j)(text,`sha1`,parts);case`spring-pbkdf2-sha256`:return(0,spring_text.$j)(text,`sha256`,parts);default:return(0,recognised_hash.L5)()}}
function oxidValue(text,parts){
const value=(0,encoded_bytes.w8)(text);
const salt=typeof parts.salt===`string`?parts.salt.trim():``;
const digest=value?.length===password_hash.x4.md5?`md5`:value?.length===password_hash.x4.sha512?`sha512`:null;
if(value===null||digest===null)return(0,recognised_hash.qM)(`OXID's hash`);
if(salt===``)return(0,recognised_hash.$x)(`OXID's hash`,"its salt (`salt: OXPASSSALT`)");
const decoded=(0,encoded_bytes.w8)(salt);
if(decoded===null&&digest===`md5`)return(0,recognised_hash.$x)(`OXID's hash`,`a salt in hexadecimal`);
const used=digest===`sha512`||decoded===null?(0,password_hash.MK)(salt):(0,password_hash.pz)(decoded);
return(0,recognised_hash.F9)({kind:`digest`,digest,position:`suffix`,salt:used,encoding:`utf8`,value})}
const SAP_ENCODINGS={md5:`md5`,"sha-256":`sha256`,"sha-512":`sha512`,pbkdf2:`pbkdf2`};
function sapCommerceValue(text,parts){
const[,name=``,rest=text]=/^(\*|plain|md5|sha-256|sha-512|pbkdf2):(.*)$/s.exec(text)??[];
if(name===`*`||name===`plain`)return(0,recognised_hash.Z8)();
const encoding=SAP_ENCODINGS[name];
if(/^\d+:/.test(rest)){
const read=(0,declared_digest.mD)(rest,`sha1`,{value:rest});
const isPbkdf2=read.kind===`hash`&&(encoding===undefined||encoding===`pbkdf2`);
return isPbkdf2?read:(0,recognised_hash.qM)(`SAP Commerce's hash`)}
const value=(0,encoded_bytes.w8)(rest);
const digest=[`md5`,`sha256`,`sha512`].find(each=>password_hash.x4[each]===value?.length);
if(value===null||digest===undefined||encoding!==undefined&&encoding!==digest)return(0,recognised_hash.qM)(`SAP Commerce's hash`);
const uid=typeof parts.salt===`string`?parts.salt.trim():``;
if(uid===``)return(0,recognised_hash.$x)(`SAP Commerce's hash`,"the uid of the user (`salt: uid`)");
if(parts.secret===undefined)return(0,recognised_hash.$x)(`SAP Commerce's hash`,SECRET);
return(0,recognised_hash.F9)({kind:`peppered-digest`,digest,secret:parts.secret,position:`prefix`,before:Buffer.from(`::`),after:Buffer.from(`::${uid}`),encoding:`utf8`,value})}
function symfonyValue(text,digest,parts){
const value=(0,declared_digest.QN)(text,digest);
if(value===null)return(0,recognised_hash.qM)(`Symfony's hash`);
const salt=parts.saltPosition===`none`?null:(0,declared_digest.um)(parts);
if(salt===`unreadable`||salt!==null&&salt.text===null)return(0,recognised_hash.$x)(`Symfony's hash`,`a salt that is text`);
return(0,recognised_hash.F9)({kind:`iterated-digest`,digest,rounds:(0,declared_digest.qW)(parts)??SYMFONY_ROUNDS,position:`suffix`,roundInput:`sum-first`,salt:Buffer.from(salt===null?``:`{${salt.text}}`),secret:null,encoding:parts.passwordEncoding??`utf8`,value})}
const SYMFONY_ROUNDS=5e3;
function membershipValue(text,digest,isHmac,parts){
const value=(0,declared_digest.QN)(text,digest);
if(value===null)return(0,recognised_hash.qM)(`ASP.NET Membership's hash`);
const salt=typeof parts.salt===`string`?(0,encoded_bytes.G1)(parts.salt.trim()):null;
if(salt===null)return(0,recognised_hash.$x)(`ASP.NET Membership's hash`,"its salt in base64 (`salt: PasswordSalt`)");
const encoding=`utf16le`;
if(!isHmac)return(0,recognised_hash.F9)({kind:`digest`,digest,position:`prefix`,salt:(0,password_hash.pz)(salt),encoding,value});
const key=(0,password_hash.pz)(Buffer.alloc(digest===`sha384`||digest===`sha512`?128:64,salt));
return(0,recognised_hash.F9)({kind:`hmac`,digest,key,encoding,value})}
function neosValue(text,parts){
const[,saltText=``,keyText=``]=/^(?:pbkdf2=>)?([^,]+),([^,]+)$/.exec(text)??[];
const[salt,key]=[(0,encoded_bytes.G1)(saltText),(0,encoded_bytes.G1)(keyText)];
if(salt===null||key===null||key.length<16)return(0,recognised_hash.qM)(`Neos's PBKDF2`);
if(parts.secret===undefined)return(0,recognised_hash.$x)(`Neos's PBKDF2`,SECRET);
const iterations=(0,declared_digest.qW)(parts)??1e4;
return(0,recognised_hash.F9)({kind:`pbkdf2`,digest:`sha256`,iterations,salt:(0,password_hash.pz)(salt),secret:parts.secret,key})}
function umbracoValue(text){
const bytes=(0,encoded_bytes.G1)(text);
const digest=[`sha1`,`sha256`].find(each=>password_hash.x4[each]===bytes?.length);
if(bytes===null||digest===undefined)return(0,recognised_hash.qM)(`Umbraco's hash`);
return(0,recognised_hash.F9)({kind:`self-hmac`,digest,encoding:`utf16le`,value:bytes})}
function betterAuthValue(text){
const[,salt=``,digits=``]=/^([0-9a-f]{32}):([0-9a-f]{128})$/i.exec(text)??[];
const key=(0,encoded_bytes.w8)(digits);
if(key===null)return(0,recognised_hash.qM)(`better-auth's hash`);
const work={cost:16384,blockSize:16,parallelism:1};
return(0,recognised_hash.F9)({kind:`scrypt`,...work,salt:(0,password_hash.MK)(salt),normalization:`NFKC`,key})}
function withColumn(text,{salt}){
return typeof salt===`string`&&salt!==``&&!text.includes(`:`)?`${text}:${salt}`:text}
var whole_number=__webpack_require__(69302);
;
function declaredValue(text,algorithm,parts){
switch(algorithm){case`bcrypt`:return splitBcrypt(text,parts);case`firebase-scrypt`:return firebaseScrypt(text,parts);case`shopware-md5`:return digestAndSalt(text,`md5`,`suffix`,`a hash of Shopware`);case`magento`:return magento_text.om.test(text)?(0,magento_text.zd)(text):(0,magento_text.u9)(text);case`clear-text`:return(0,recognised_hash.Z8)();case`encrypted`:return(0,recognised_hash.qO)(`a password that the source encrypted with a key of its own`)}
if((0,declared_digest.vG)(algorithm))return magento_text.om.test(text)?(0,magento_text.zd)(text):(0,declared_digest.X8)(text,algorithm,parts);
const[,family=``,name=``]=/^(hmac|pbkdf2|symfony|spring|aspnet-membership(?:-hmac)?)-(\w+)$/.exec(algorithm)??[];
if(family===`spring`&&(0,declared_digest.vG)(name))return(0,spring_text.CO)(text,name,parts);
if(!(0,phc_text.Bc)(name))return systemValue(text,algorithm,parts);
switch(family){case`hmac`:return(0,declared_digest.Wk)(text,name,parts);case`pbkdf2`:return(0,declared_digest.mD)(text,name,parts);case`symfony`:return symfonyValue(text,name,parts);case`aspnet-membership`:case`aspnet-membership-hmac`:return membershipValue(text,name,family===`aspnet-membership-hmac`,parts);default:return(0,recognised_hash.L5)()}}
function splitBcrypt(text,parts){
const salt=trimmed(parts.salt);
const cost=(0,whole_number.r)(trimmed(parts.iterations),4,31);
if(cost===null||typeof salt!==`string`||salt===``)return(0,recognised_hash.$x)(`bcrypt`,`its salt or its cost`);
return(0,crypt_text.wB)(`$2b$${String(cost).padStart(2,`0`)}$${salt}${text}`)}
function firebaseScrypt(text,{salt,firebase}){
const name=`Firebase's scrypt`;
const value=(0,encoded_bytes.G1)(text);
const saltText=trimmed(salt);
if(value===null)return(0,recognised_hash.qM)(name);
if(firebase===undefined)return(0,recognised_hash.$x)(name,`the project's hash parameters`);
const bytes=typeof saltText===`string`?(0,encoded_bytes.G1)(saltText):null;
if(bytes===null)return(0,recognised_hash.$x)(name,`its salt in base64`);
const{blockSize,memCost,separator}=firebase;
if(value.length<32)return(0,recognised_hash.qf)();
return(0,recognised_hash.F9)({kind:`firebase-scrypt`,cost:2**memCost,blockSize,salt:bytes,separator,value,signerKey:null})}
function digestAndSalt(text,name,position,what){
const end=text.indexOf(`:`);
const value=(0,declared_digest.QN)(end<0?text:text.slice(0,end),name);
const salt=end<0?``:text.slice(end+1);
if(value===null)return(0,recognised_hash.qM)(what);
if(salt===``)return(0,recognised_hash.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
return(0,recognised_hash.F9)({kind:`digest`,digest:name,position,salt:(0,password_hash.MK)(salt),encoding:`utf8`,value})}
function trimmed(value){
return typeof value===`string`?value.trim():value}
var json_object=__webpack_require__(29535);
var named_text=__webpack_require__(50654);
;
const EMPTY=[``,`NULL`,`null`,`\\N`];
const UNUSABLE=[`*`,`x`,`NP`,`*LK*`,`*NP*`,`*0`,`*1`];
const PLACEHOLDER=/^(?:\*{3,}|\[?redacted\]?|REDACTED=*|UkVEQUNURUQ9PT0=)$/i;
const SHOPWARE_SHA256=/^(\d{1,9}):([^:]+):([0-9a-f]{64})$/i;
function recogniseHash(input){
const parts=typeof input===`string`?{value:input}:input;
const{value}=parts;
if(value===undefined||value===null)return(0,recognised_hash.Lq)(`empty`);
const read=typeof value===`string`?textHash(value.trim(),parts):structure(value,parts);
return read.kind===`hash`&&hasStraySalt(read.hash)?(0,recognised_hash.qM)(`a hash with its salt`):read}
function hasStraySalt(hash){
return Object.values(hash).some(part=>(0,json_object.Qd)(part)&&typeof part.text===`string`&&STRAY.test(part.text))}
const STRAY=/^[\u200b-\u200f\u2060\ufeff]|[\u200b-\u200f\u2060\ufeff]$/;
function structure(value,parts){
if((0,json_object.Qd)(value))return(0,credential_object.X)(value,parts,textHash);
if(!Array.isArray(value))return(0,recognised_hash.L5)();
const typed=value.length>0&&value.every(entry=>(0,json_object.Qd)(entry)&&Object.hasOwn(entry,`type`));
const passwords=typed?value.filter(isPassword):value;
const[only,...more]=passwords;
if(only===undefined||only===null)return(0,recognised_hash.Lq)(`empty`);
if(more.length>0)return(0,recognised_hash.qO)(`a list of several passwords`);
if((0,json_object.Qd)(only))return(0,credential_object.X)(only,parts,textHash);
return typeof only===`string`?textHash(only.trim(),parts):(0,recognised_hash.L5)()}
function isPassword(entry){
return(0,json_object.Qd)(entry)&&(0,json_object.SA)(entry,`type`).toLowerCase()===`password`}
function textHash(text,parts){
if(EMPTY.includes(text))return(0,recognised_hash.Lq)(`empty`);
const algorithm=parts.algorithm??``;
if(algorithm===`clear-text`||algorithm===`encrypted`)return declaredValue(text,algorithm,parts);
if(text.startsWith(`!`)||UNUSABLE.includes(text))return(0,recognised_hash.Lq)(`unusable`);
if(PLACEHOLDER.test(text))return(0,recognised_hash.qf)();
if(/^(?:\{\s*["}]|\[)/.test(text)){
const value=(0,json_object.Bl)(text);
return typeof value===`object`?structure(value,parts):(0,recognised_hash.L5)()}
const tagged=(0,hash_parts.gp)(algorithm)?markedText(text,algorithm,parts):(0,named_text.J)(text,algorithm);
if(tagged!==null)return tagged;
if(algorithm===``||algorithm===`auto`)return undeclaredNeos(text)??shapedText(text);
if(!(0,hash_parts.gp)(algorithm))return(0,recognised_hash.qO)(`declared as an algorithm that is not known here`);
const declared=declaredValue(text,algorithm,parts);
if(declared.kind===`hash`)return(0,hash_parts.cp)(algorithm,parts.secret)?(0,recognised_hash.f9)(declared.hash):declared;
const shaped=shapedText(text);
return shaped.kind===`hash`?shaped:declared}
function shapedText(text){
if(magento_text.om.test(text))return(0,magento_text.zd)(text);
const[,rounds,salt=``,digits=``]=SHOPWARE_SHA256.exec(text)??[];
const iterations=(0,whole_number.r)(rounds,1,whole_number.a);
const value=(0,encoded_bytes.w8)(digits);
if(iterations!==null&&value!==null)return(0,recognised_hash.F9)({kind:`shopware-sha256`,iterations,salt,value});
return aspnetBlob(text)??(looksBare(text)?(0,recognised_hash.$$)():(0,recognised_hash.L5)())}
function looksBare(text){
const[digits=``,...salt]=text.replace(/^(?:0x|\*)/i,``).split(`:`);
const bytes=(0,encoded_bytes.w8)(digits)??(salt.length===0?(0,encoded_bytes.G1)(digits):null);
return bytes!==null&&Object.values(password_hash.x4).includes(bytes.length)}}),42879:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$$:()=>bareDigest,$x:()=>incomplete,F9:()=>found,L5:()=>unknown,Lq:()=>noPassword,Nb:()=>foundInSystemForm,Z8:()=>clearText,f9:()=>foundAsDeclared,qM:()=>damaged,qO:()=>unsupported,qf:()=>placeholder});
function found(hash){
return{kind:`hash`,hash}}
function foundInSystemForm(hash){
return{kind:`hash`,hash,isSystemForm:true}}
function foundAsDeclared(hash){
return{kind:`hash`,hash,isOnlyDeclared:true}}
function noPassword(why){
return{kind:`none`,why}}
function unknown(){
return{kind:`unrecognised`,reason:`unknown`,what:`is not in a known encoding`}}
function bareDigest(){
return{kind:`unrecognised`,reason:`bare`,what:`is a bare digest that does not show how it was made`}}
function damaged(name){
return{kind:`unrecognised`,reason:`damaged`,what:`begins like ${name} but is cut off or changed`}}
function unsupported(what){
return{kind:`unrecognised`,reason:`unsupported`,what:`is ${what}, which cannot be imported`}}
function incomplete(name,missing){
return{kind:`unrecognised`,reason:`incomplete`,what:`is ${name} and lacks ${missing}`}}
function clearText(){
return{kind:`unrecognised`,reason:`clear-text`,what:`is a password in clear text, which is never sent`}}
function placeholder(){
return{kind:`unrecognised`,reason:`placeholder`,what:`is a placeholder: the export was masked`}}}),23735:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{I$:()=>isSecretId,dR:()=>SECRET_ID,lN:()=>FIREBASE_SIGNER_KEY});
const SECRET_ID=/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
function isSecretId(name){
return SECRET_ID.test(name)}
const FIREBASE_SIGNER_KEY=`firebase-signer-key`}),14989:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{cm:()=>xtcModifiedText,iz:()=>packedJtlText,ok:()=>jtlText});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(42879);
const XTC_MODIFIED=/^\$([^$\s]{8})\$([0-9a-f]{40})$/i;
function xtcModifiedText(text){
const[,salt=``,digits=``]=XTC_MODIFIED.exec(text)??[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(digits);
if(value===null)return null;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest`,digest:`sha1`,position:`prefix`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt),encoding:`utf8`,value})}
function jtlText(text){
if((0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(text)?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4.sha1)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`JTL-Shop's hash`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`jtl`,text:text.toLowerCase()})}
function packedJtlText(parts){
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.G1)(parts[3]??``);
if(parts.length!==4||(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_2__.FI)(parts[1]??``)?.get(`v`)!==`1`||parts[2]!==``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`JTL-Shop's hash`);
if(value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4.sha1)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`JTL-Shop's hash`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`jtl`,text:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(value)})}}),30190:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$j:()=>springPbkdf2,CO:()=>springDigest,N1:()=>springScrypt,fn:()=>declaredSpringText,xY:()=>springStandard,zS:()=>springText});
var _declared_digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(46636);
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(49378);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(42879);
const ID=/^\{([^{}]{1,40})\}(.*)$/s;
const SALTED=/^\{([^{}]*)\}(.*)$/s;
const SCRYPT=/^\$([0-9a-f]{5,8})\$([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]+={0,2})$/;
const V5_8=`@SpringSecurity_v5_8`;
const STANDARD_ROUNDS=1024;
const STANDARD_SALT=8;
const KEY=32;
function springText(text,settings){
const[,id=``,rest=``]=ID.exec(text)??[];
switch(id){case`MD4`:return springDigest(rest,`md4`,{});case`MD5`:return rest.startsWith(`{`)?springDigest(rest,`md5`,{}):null;case`SHA-1`:return springDigest(rest,`sha1`,{});case`SHA-256`:return isDigestForm(rest,`sha256`)?springDigest(rest,`sha256`,{}):null;case`sha256`:return rest.length===2*(STANDARD_SALT+KEY)?springStandard(rest,settings):null;case`pbkdf2`:return/[:$]/.test(rest)?null:springPbkdf2(rest,`sha1`,settings);case`pbkdf2${V5_8}`:return springPbkdf2(rest,`sha256`,settings);case`scrypt`:case`scrypt${V5_8}`:return springScrypt(rest)??(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`Spring's scrypt`);default:return null}}
function declaredSpringText(text,settings,inner){
const[,id=``,rest=``]=ID.exec(text)??[];
switch(id){case`bcrypt`:return rest.startsWith(`$2`)?inner(rest):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`bcrypt`);case`argon2`:case`argon2${V5_8}`:return rest.startsWith(`$argon2`)?inner(rest):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`Argon2`);case`noop`:return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.Z8)();case`ldap`:return rest.startsWith(`{`)?inner(rest):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.Z8)();case`MD5`:return springDigest(rest,`md5`,{});case`SHA-256`:return springDigest(rest,`sha256`,{});case`sha256`:return springStandard(rest,settings);case`pbkdf2`:return springPbkdf2(rest,`sha1`,settings);default:return springText(text,settings)??(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.L5)()}}
function isDigestForm(rest,digest){
return rest.startsWith(`{`)||(0,_declared_digest_js__WEBPACK_IMPORTED_MODULE_0__.QN)(rest,digest)!==null}
function springDigest(text,digest,parts){
const[,inline,rest=text]=SALTED.exec(text)??[];
const value=(0,_declared_digest_js__WEBPACK_IMPORTED_MODULE_0__.QN)(rest,digest);
if(value===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`a digest of Spring Security`);
const column=inline===undefined?(0,_declared_digest_js__WEBPACK_IMPORTED_MODULE_0__.um)({value:null,...parts}):(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_2__.MK)(inline);
if(column===`unreadable`||column!==null&&column.text===null)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.$x)(`a digest of Spring Security`,`a salt that is text`);
if(column===null||column.text===``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`digest`,digest,position:`none`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_2__.Eg)(),encoding:`utf8`,value});
const salt=(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_2__.MK)(`{${column.text}}`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`digest`,digest,position:`suffix`,salt,encoding:`utf8`,value})}
function springStandard(text,{secret}){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.w8)(text);
if(bytes?.length!==STANDARD_SALT+KEY)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`Spring's StandardPasswordEncoder`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`iterated-digest`,digest:`sha256`,rounds:STANDARD_ROUNDS,position:`prefix`,roundInput:`sum`,salt:bytes.subarray(0,STANDARD_SALT),secret:secret??null,encoding:`utf8`,value:bytes.subarray(STANDARD_SALT)})}
function springPbkdf2(text,digest,settings){
const bytes=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.w8)(text)??(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(text);
const saltBytes=(bytes?.length??0)-KEY;
if(bytes===null||saltBytes!==8&&saltBytes!==16)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.qM)(`Spring's PBKDF2`);
const iterations=(0,_declared_digest_js__WEBPACK_IMPORTED_MODULE_0__.qW)({value:null,...settings})??DEFAULT_ITERATIONS[digest];
const secret=settings.secret===undefined?{}:{secret:settings.secret};
const salt=(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_2__.pz)(bytes.subarray(0,saltBytes));
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`pbkdf2`,digest,iterations,salt,...secret,key:bytes.subarray(saltBytes)})}
const DEFAULT_ITERATIONS={sha1:185e3,sha256:31e4};
function springScrypt(text){
const[,digits=``,saltText=``,keyText=``]=SCRYPT.exec(text)??[];
const work=Number.parseInt(digits,16);
const[cost,blockSize,parallelism]=[2**(work>>>16),work>>>8&255,work&255];
const[salt,key]=[(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(saltText),(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(keyText)];
if(salt===null||key===null||!(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_3__.Zn)(cost)||blockSize===0||parallelism===0)return null;
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_4__.F9)({kind:`scrypt`,cost,blockSize,parallelism,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_2__.pz)(salt),key})}}),52698:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>dollarText,M:()=>taggedText});
var brace_text=__webpack_require__(37444);
var crypt_text=__webpack_require__(673);
var declared_digest=__webpack_require__(46636);
var encoded_bytes=__webpack_require__(64713);
var password_hash=__webpack_require__(11109);
var phc_text=__webpack_require__(49378);
var recognised_hash=__webpack_require__(42879);
var secret_id=__webpack_require__(23735);
var whole_number=__webpack_require__(69302);
;
function kratosDigestText(parts){
const[digest=``]=parts;
if(!(0,phc_text.Bc)(digest))return(0,recognised_hash.qM)(`a digest`);
const value=(0,encoded_bytes.G1)(parts.at(-1)??``);
if(value?.length!==password_hash.x4[digest])return(0,recognised_hash.qM)(digest);
if(parts.length===2)return(0,recognised_hash.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
const template=(0,encoded_bytes.G1)((0,phc_text.FI)(parts[1]??``)?.get(`pf`)??``);
const salt=(0,encoded_bytes.G1)(parts[2]??``);
if(parts.length!==4||template===null||salt===null)return(0,recognised_hash.qM)(digest);
const position=positionOf(Buffer.from(template).toString(`latin1`));
if(position===null)return(0,recognised_hash.qO)(`${digest} of more than salt and password`);
return(0,recognised_hash.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(salt),encoding:`utf8`,value})}
function positionOf(template){
if(template===`{SALT}{PASSWORD}`)return`prefix`;
return template===`{PASSWORD}{SALT}`?`suffix`:null}
function packedDigestText(parts){
const digest=(parts[0]??``).slice(`digest-`.length);
const given=(0,phc_text.FI)(parts[1]??``);
const position=given?.get(`salt`);
const encoding=(0,phc_text.Hn)(given?.get(`pw`));
if(!(0,declared_digest.vG)(digest)||parts.length!==4||encoding===null)return(0,recognised_hash.qM)(`a packed digest`);
if(position!==`none`&&position!==`prefix`&&position!==`suffix`)return(0,recognised_hash.qM)(`a packed digest`);
const salt=parts[2]===``?new Uint8Array:(0,encoded_bytes.G1)(parts[2]??``);
const value=(0,encoded_bytes.G1)(parts[3]??``);
if(salt===null||salt.length===0!==(position===`none`)||value?.length!==password_hash.QF[digest])return(0,recognised_hash.qM)(`a packed digest`);
return(0,recognised_hash.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(salt),encoding,value})}
function packedPepperedText(parts){
const digest=(parts[0]??``).slice(`peppered-`.length);
const given=(0,phc_text.FI)(parts[1]??``);
const secret=given?.get(`secret`)??``;
const position=given?.get(`at`);
const encoding=(0,phc_text.Hn)(given?.get(`pw`));
const[before,after]=parts.slice(2,4).map(phc_text.AY);
const value=(0,encoded_bytes.G1)(parts[4]??``);
if(!(0,phc_text.Bc)(digest)||parts.length!==5||given?.size!==3||!(0,secret_id.I$)(secret))return(0,recognised_hash.qM)(PEPPERED);
if(encoding===null||!before||!after||value?.length!==password_hash.x4[digest])return(0,recognised_hash.qM)(PEPPERED);
if(position!==`prefix`&&position!==`suffix`)return(0,recognised_hash.qM)(PEPPERED);
return(0,recognised_hash.F9)({kind:`peppered-digest`,digest,secret,position,before,after,encoding,value})}
const PEPPERED=`a packed digest with a secret`;
function packedSelfHmacText(parts){
const digest=(parts[0]??``).slice(`selfhmac-`.length);
const encoding=(0,phc_text.Hn)((0,phc_text.FI)(parts[1]??``)?.get(`pw`));
const value=(0,encoded_bytes.G1)(parts[3]??``);
if(!(0,phc_text.Bc)(digest)||parts.length!==4||parts[2]!==``||encoding===null)return(0,recognised_hash.qM)(`HMAC`);
if(value?.length!==password_hash.x4[digest])return(0,recognised_hash.qM)(`HMAC`);
return(0,recognised_hash.F9)({kind:`self-hmac`,digest,encoding,value})}
function hmacText(parts){
const digest=(parts[0]??``).slice(`hmac-`.length);
if(!(0,phc_text.Bc)(digest))return(0,recognised_hash.qO)(`HMAC on a digest that is not supported`);
const ours=parts.length===4;
const settings=ours?(0,phc_text.FI)(parts[1]??``):null;
const encoding=ours?(0,phc_text.Hn)(settings?.get(`pw`)):`utf8`;
const secret=settings?.get(`secret`);
const key=secret===undefined?(0,encoded_bytes.G1)(parts[2]??``):parts[2]===``?new Uint8Array:null;
const given=(0,encoded_bytes.G1)(parts[ours?3:1]??``);
const value=given===null||ours?given:(0,encoded_bytes.w8)(Buffer.from(given).toString(`latin1`));
if(!ours&&parts.length!==3||encoding===null||key===null||value?.length!==password_hash.x4[digest])return(0,recognised_hash.qM)(`HMAC`);
if(secret===undefined)return(0,recognised_hash.F9)({kind:`hmac`,digest,key:(0,password_hash.pz)(key),encoding,value});
return(0,secret_id.I$)(secret)?(0,recognised_hash.F9)({kind:`hmac`,digest,key:(0,password_hash.Eg)(),secret,encoding,value}):(0,recognised_hash.qM)(`HMAC`)}
function packedShopwareText(parts){
const iterations=(0,whole_number.r)((0,phc_text.FI)(parts[1]??``)?.get(`i`),1,4294967295);
const salt=(0,encoded_bytes.G1)(parts[2]??``);
const value=(0,encoded_bytes.G1)(parts[3]??``);
if(parts.length!==4||iterations===null||salt===null||value?.length!==password_hash.x4.sha256)return(0,recognised_hash.qM)(`Shopware's sha256`);
return(0,recognised_hash.F9)({kind:`shopware-sha256`,iterations,salt:Buffer.from(salt).toString(`utf8`),value})}
;
function djangoText(text,inner){
const end=text.indexOf(`$`);
switch(text.slice(0,Math.max(0,end))){case`pbkdf2_sha256`:case`pbkdf2_sha1`:case`pbkdf2_sha512`:return pbkdf2(text.split(`$`));case`scrypt`:return scrypt(text.split(`$`));case`argon2`:return text.startsWith(`argon2$argon2`)?inner(text.slice(`argon2`.length)):(0,recognised_hash.qM)(`Argon2`);case`bcrypt`:return text.startsWith(`bcrypt$$2`)?inner(text.slice(`bcrypt$`.length)):(0,recognised_hash.qM)(`bcrypt`);default:return null}}
function pbkdf2([name=``,work,salt=``,keyText=``,...more]){
const digest=name.slice(`pbkdf2_`.length);
const iterations=(0,whole_number.r)(work,1,whole_number.a);
const key=(0,encoded_bytes.G1)(keyText);
if(!(0,phc_text.Bc)(digest)||iterations===null||key===null||salt===``||more.length>0)return(0,recognised_hash.qM)(`Django's PBKDF2`);
return(0,recognised_hash.Nb)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.MK)(salt),key})}
function scrypt([,n,salt=``,r,p,keyText=``,...more]){
const cost=(0,whole_number.r)(n,2,2**31);
const blockSize=(0,whole_number.r)(r,1,65535);
const parallelism=(0,whole_number.r)(p,1,65535);
const key=(0,encoded_bytes.G1)(keyText);
if(cost===null||!(0,phc_text.Zn)(cost)||blockSize===null||parallelism===null)return(0,recognised_hash.qM)(`Django's scrypt`);
if(key===null||salt===``||more.length>0)return(0,recognised_hash.qM)(`Django's scrypt`);
return(0,recognised_hash.F9)({kind:`scrypt`,cost,blockSize,parallelism,salt:(0,password_hash.MK)(salt),key})}
var iterated_text=__webpack_require__(16519);
var magento_text=__webpack_require__(74314);
var pbkdf2_blob=__webpack_require__(28486);
var prehashed_bcrypt=__webpack_require__(18116);
var shop_text=__webpack_require__(14989);
var spring_text=__webpack_require__(30190);
var woltlab_text=__webpack_require__(81350);
;
function taggedText(text){
if(text.startsWith(`$`))return dollarText(text);
if(text.startsWith(`{`)&&!text.startsWith(`{"`))return(0,brace_text.z)(text,dollarText);
if(text.startsWith(`bcrypt_sha256$`))return(0,prehashed_bcrypt.cH)(text);
if(/^[MCU]\$\w/.test(text))return upgradedText(text);
if(text.startsWith(`bcrypt=>`))return dollarText(text.slice(`bcrypt=>`.length));
return djangoText(text,dollarText)??(0,pbkdf2_blob.G6)(text)??(0,woltlab_text.vX)(text,dollarText)}
function upgradedText(text){
const mark=text.charAt(0);
const inner=dollarText(text.slice(1));
if(inner.kind!==`hash`||mark===`C`)return inner;
const isOuter=[`phpass`,`unix-crypt`,`bcrypt`,`prehashed-bcrypt`,`pbkdf2`].includes(inner.hash.kind);
return isOuter?(0,recognised_hash.F9)({kind:`upgraded-md5`,mark:mark===`U`?`U`:`M`,inner:inner.hash}):(0,recognised_hash.qM)(`a hash of MD5`)}
function dollarText(text){
const parts=text.slice(1).split(`$`);
const id=parts[0]??``;
switch(id){case`2`:case`2a`:case`2b`:case`2x`:case`2y`:return(0,crypt_text.wB)(text);case`wp`:return(0,prehashed_bcrypt.JL)(text);case`P`:case`H`:case`S`:case`Q`:return(0,crypt_text.DW)(text);case`1`:case`5`:case`6`:case`md5-crypt`:case`sha256-crypt`:case`sha512-crypt`:return(0,crypt_text.ck)(text);case`argon2id`:case`argon2i`:case`argon2d`:return(0,phc_text.D0)(parts);case`scrypt`:return(0,phc_text.Lf)(parts);case`firescrypt`:return(0,phc_text.F)(parts);case`f_scrypt`:return(0,phc_text.J6)(parts);case`md5`:case`sha1`:case`sha256`:case`sha384`:case`sha512`:return kratosDigestText(parts);case`shopware-sha256`:return packedShopwareText(parts);case`magento`:return(0,magento_text.dc)(parts);case`bcrypt`:return(0,prehashed_bcrypt.gH)(parts);case`jtl`:return(0,shop_text.iz)(parts)}
if(id===`pbkdf2`||id.startsWith(`pbkdf2-`))return(0,phc_text.b_)(parts);
if(id.startsWith(`hmac-`))return hmacText(parts);
if(id.startsWith(`digest-`))return packedDigestText(parts);
if(id.startsWith(`peppered-`))return packedPepperedText(parts);
if(id.startsWith(`iterated-`))return(0,iterated_text.Gy)(parts);
if(id.startsWith(`chain-`))return(0,iterated_text.RW)(parts);
if(id.startsWith(`selfhmac-`))return packedSelfHmacText(parts);
return(0,spring_text.N1)(text)??(0,shop_text.cm)(text)??(0,recognised_hash.L5)()}}),69302:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{a:()=>MAX_ITERATIONS,r:()=>wholeNumber});
function wholeNumber(value,min,max){
if(typeof value===`string`)return/^\d{1,10}$/.test(value)?wholeNumber(Number(value),min,max):null;
return typeof value===`number`&&Number.isInteger(value)&&value>=min&&value<=max?value:null}
const MAX_ITERATIONS=4294967295}),81350:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{FK:()=>vbulletinText,lQ:()=>wcf1Text,vX:()=>woltlabText});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _prehashed_bcrypt_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(18116);
var _recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(42879);
const NAMED=/^(Bcrypt|Argon2|DoubleBcrypt|Phpass|Wcf1|invalid|wcf[12]\w*|phpbb3|vb[345]|wbb[234]|ipb[23]|mybb1?|smf[12]|xf1\w*|cryptMD5|joomla[123]):(.*)$/s;
function woltlabText(text,dollar){
const[,name=``,value=``]=NAMED.exec(text)??[];
switch(name){case``:return null;case`Bcrypt`:return value.startsWith(`$2`)?dollar(value):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`bcrypt`);case`Argon2`:return value.startsWith(`$argon2`)?dollar(value):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`Argon2`);case`DoubleBcrypt`:case`wcf2`:return marked((0,_prehashed_bcrypt_js__WEBPACK_IMPORTED_MODULE_2__.vb)(value.replace(/:$/,``),`double`,null));case`Phpass`:case`phpbb3`:return/^\$[PH]\$/.test(value)?dollar(value.replace(/:$/,``)):(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`phpass`);case`Wcf1`:case`wcf1`:return wcf1Text(value);case`vb3`:case`vb4`:case`vb5`:return chainText(value,`md5`,[`none`,`suffix`]);case`invalid`:return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.Lq)(`unusable`);default:return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qO)(`a hash that WoltLab took over from another forum`)}}
function marked(read){
return read.kind===`hash`?(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)(read.hash):read}
function wcf1Text(text){
return chainText(text,`sha1`,[`none`,`prefix`,`prefix`])}
function vbulletinText(text){
return chainText(text,`md5`,[`none`,`suffix`])}
function chainText(text,digest,steps){
const colon=text.indexOf(`:`);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(text.slice(0,Math.max(0,colon)));
const salt=text.slice(colon+1);
if(value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest]||salt===``)return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.qM)(`a hash with its salt`);
return(0,_recognised_hash_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest-chain`,digest,steps,salt,value})}}),77283:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{l:()=>parseExactJson,r:()=>exactNumber});
const MAX_DEPTH=100;
const WHOLE_NUMBER=/^-?\d+$/;
function parseExactJson(text){
const value=JSON.parse(text);
if(!hasRoundedNumber(value,MAX_DEPTH))return value;
try{
return JSON.parse(text,reviveNumber)}catch(error){
if(error instanceof RangeError)return value;
throw error}}
function exactNumber(source){
const number=Number(source);
return isRounded(number)&&WHOLE_NUMBER.test(source)?source:number}
function isRounded(number){
return Number.isInteger(number)&&!Number.isSafeInteger(number)}
function hasRoundedNumber(value,levels){
if(typeof value===`number`)return isRounded(value);
if(typeof value!==`object`||value===null||levels===0)return false;
for(const each of Array.isArray(value)?value:Object.values(value))if(hasRoundedNumber(each,levels-1))return true;
return false}
function reviveNumber(_key,value,context){
return typeof value===`number`&&context?.source!==undefined?exactNumber(context.source):value}})};