import type { Weights } from './model.js';

/**
 * Made by "npm run train" from train/; not edited by hand. Trained on:
 * - WiCE (Kamoi, Goyal, Diego Rodriguez and Durrett 2023): annotations under ODC-BY 1.0; claims from Wikipedia, CC BY-SA
 * - Factcheck-Bench (Wang et al. 2023), claims and evidence with their stance: Apache-2.0
 * - Citation Integrity (Sarol et al. 2024), with retrieved sentences (Dick 2024): MIT
 */
export const WEIGHTS: Weights = {
  features: [
    'sentence',
    'window',
    'together',
    'anywhere',
    'words',
    'softWindow',
    'softTogether',
    'sentenceFull',
    'windowFull',
    'anywhereFull',
    'softFull',
    'pairs',
    'pairsTogether',
    'pairsFull',
    'windowPairs',
    'letters',
    'lettersTogether',
    'lettersFull',
    'order',
    'orderFull',
    'run',
    'density',
    'namesAnywhere',
    'namesTogether',
    'names',
    'plainTogether',
    'plain',
    'clauseLeast',
    'clauseMean',
    'rarestLacking',
    'secondLacking',
    'rarestApart',
    'secondApart',
    'lacking',
    'apart',
    'yearsLacking',
    'numbersLacking',
    'percentagesLacking',
    'amountsLacking',
    'namesLacking',
    'figuresLackingShare',
    'namesLackingShare',
    'figures',
    'namesStated',
    'denies',
    'opposite',
    'hedged',
    'widened',
    'among',
    'others',
  ],
  kinds: {
    page: {
      found: {
        start: -2.401,
        weights: [
          0.3358, 0.1532, 0.3018, 0.1192, 0.2953, 0.3949, 0.4354, 0.07356, 0.05138, 0.002214, 0.1096, 0.09582, 0.4795,
          -0.08844, 0.364, 0.2525, 0.1757, 0.1295, -0.07892, 0.008629, -0.6208, 0.3071, 0.2069, 0.31, 0.2459, -0.05838,
          0.2097, 0.3591, 0.401, -0.01262, -0.007476, -0.02162, -0.03438, 0.003216, -0.01087, -0.7578, -0.07129, 0.21,
          -0.9262, -0.1272, -0.758, -0.1024, -0.02269, -0.05581, 0.1535, 1.033, 0.05081, -0.03464, -0.3513, 0.1801,
        ],
      },
      partly: {
        start: -4.845,
        weights: [
          0.3247, 0.3405, 0.4685, 0.6379, 0.3804, 0.4107, 0.5122, 0.1024, 0.06279, 0.1228, 0.09307, 0.2922, 0.5503,
          -0.01022, 0.3034, 0.4124, 0.392, 0.1409, 0.2803, 0.03489, -0.3919, 0.9053, 0.3561, 0.3161, 0.1984, 0.2157,
          0.5913, 0.1333, 0.9345, 0.04337, 0.04126, 0.02912, 0.05702, -0.03263, 0.1237, -0.1132, -0.2016, 0, 0.5535,
          -0.1186, -0.3286, -0.2112, 0.005279, 0.09452, -0.04872, 1.04, -0.2528, 0.7409, 0, 0,
        ],
      },
      foundCalibration: { start: -0.5416, slope: 1.108 },
      partlyCalibration: { start: 1.846, slope: 1.101 },
    },
    snippet: {
      found: {
        start: -2.683,
        weights: [
          0.3439, 0.129, 0.2714, 0.122, 0.1794, 0.4011, 0.4371, 0.08119, 0.03935, 0.002053, 0.1068, 0.07182, 0.4305,
          -0.1723, 0.2986, 0.2969, 0.2254, 0.1449, -0.09036, -0.007259, -0.7592, 0.5248, 0.1794, 0.2643, 0.2084,
          0.07694, 0.2626, 0.3361, 0.3473, 0.0002689, 0.001473, -0.006824, -0.0196, 0.005679, 0.02293, -0.7041,
          0.005957, 0.2043, -0.8092, -0.1116, -0.5907, -0.03171, -0.007272, -0.04701, 0.1404, 0.52, -0.03668, -0.04488,
          -0.3639, 0.1749,
        ],
      },
      partly: {
        start: -3.402,
        weights: [
          0.218, 0.2308, 0.3483, 0.4822, 0.1951, 0.3048, 0.3928, 0.08055, 0.03761, 0.08626, 0.06451, 0.05417, 0.303,
          -0.1501, 0.1057, 0.1815, 0.1738, 0.02833, 0.09857, -0.01557, -0.4965, 0.5666, 0.3182, 0.2884, 0.1804, 0.1239,
          0.4128, 0.09253, 0.7033, 0.03205, 0.03307, 0.02068, 0.04607, -0.02839, 0.12, -0.2592, -0.1591, 0, 0.6191,
          -0.1339, -0.4305, -0.1549, -0.02383, 0.05776, -0.05402, 0.4949, -0.2896, 0.5772, 0, 0,
        ],
      },
      foundCalibration: { start: -0.8286, slope: 1.035 },
      partlyCalibration: { start: -0.5908, slope: 0.9234 },
    },
    excerpts: {
      found: {
        start: -1.169,
        weights: [
          0.3352, 0.08504, 0.2083, 0.05868, 0.1716, 0.3342, 0.353, 0.06355, 0.01797, -0.02156, 0.07518, 0.08134, 0.4564,
          -0.1199, 0.2697, 0.185, 0.1439, 0.09555, -0.09019, -0.01154, -0.6479, 0.5107, 0.06241, 0.1476, 0.08522,
          0.003156, 0.2184, 0.2584, 0.281, -0.001384, 0.003152, -0.008643, -0.01784, 0.008491, 0.03469, -0.4582, 0.0474,
          0.2378, -0.7884, -0.06449, -0.3793, 0.05019, 0.02774, -0.02837, 0.07715, 0.3453, -0.02111, -0.04567, -0.4974,
          0.2027,
        ],
      },
      partly: {
        start: -3.653,
        weights: [
          0.2408, 0.2535, 0.3624, 0.497, 0.2553, 0.3175, 0.4016, 0.08118, 0.04455, 0.09277, 0.06991, 0.1537, 0.3786,
          -0.07113, 0.1815, 0.2635, 0.251, 0.07509, 0.1681, 0.008572, -0.3941, 0.6531, 0.2992, 0.2682, 0.1681, 0.1507,
          0.4455, 0.1002, 0.7267, 0.03346, 0.03298, 0.02209, 0.04574, -0.02707, 0.1081, -0.1652, -0.16, 0, 0.5203,
          -0.112, -0.3368, -0.1624, -0.00823, 0.06756, -0.04558, 0.681, -0.2407, 0.5848, 0, 0,
        ],
      },
      foundCalibration: { start: 0.5069, slope: 0.9502 },
      partlyCalibration: { start: -0.3643, slope: 0.986 },
    },
  },
  conflictPrecision: 0.8889,
  background: {
    texts: 4394,
    stems: `1270 2
1169 data
1137 us
1134 1
991 studi
907 includ
816 on
801 cell
787 show suggest
770 first
760 increas
755 time
752 associ
747 result
729 like
714 year
698 report
676 new
662 two
661 3
647 diseas
629 19
624 activ
615 develop
604 infect
603 high level
599 express
591 effect
586 observ
575 model
567 4 human
564 find
559 gener
556 function
552 5
535 state
532 fig
529 follow
526 differ
516 sar
509 cov
508 6
504 well
502 10
494 s
492 dai role
490 work
488 respons
485 base
469 found
464 specif
463 control
459 support
455 risk
454 patient
446 import provid recent
445 relat
444 ag individu
439 group
438 meta
424 titl
422 chang number
414 covid et lead
413 compar
412 popul
410 7
408 al demonstr
405 system
404 type
401 consist
393 world
392 process
391 make
389 analysi peopl
384 protein
383 induc
382 rate
381 factor
380 larg
376 indic
375 addit
374 publish
372 8
369 contribut
364 figur
363 need
361 plai
359 mice reduc
356 three
353 long
352 20
350 link
344 12
342 sever
340 gene
337 site
336 caus
334 product
332 featur unit
330 major
329 c p similar
328 clinic set viral
324 promot
323 anim
321 evid
320 known second
319 potenti
318 see signific
317 9
316 requir
315 present
314 lower posit
313 immun
312 15 e
311 shown test
310 higher improv
309 mechan part
308 live
306 direct
304 singl
303 end
302 select
300 continu initi possibl
299 14 start
298 18 target
297 limit
295 tabl
294 case
292 depend determin
291 mediat treatment
289 receiv
286 best
285 next
284 low
283 experi health
282 made
280 last
279 life
278 perform
275 earli get mortal viru wai
274 particip
273 point take
272 regul
270 collect event previou research
268 care identifi
267 inform
265 author countri form occur
260 17 term
259 access top
258 b organ
257 togeth
256 commun nation
255 13 25 small
254 11 assess
253 produc public
252 becom complex death help open
251 given least measur read record significantli
249 complet
248 2019 cancer
247 back origin
246 due post
245 21
244 30
242 less local
241 call enhanc
240 mean releas
239 2020 remain
238 com edit
237 current
236 avail rna tissu
235 come name place view
234 appear right
233 critic
231 16
230 hiv
229 previous
228 challeng creat expect full histori month sampl week
227 22 final
226 extend u
225 inhibit
224 24 protect
223 look
222 home
221 d servic
220 go overal
219 line
218 allow involv
217 univers
216 bodi kei
215 american
214 total
213 confirm host person signal
212 said
211 2009 region reveal vaccin
210 later n
209 95
208 2018 adult decreas old respect respiratori transcript tumor
207 area articl repres
206 condit contact design
205 23 ad evalu exampl often
204 contain detect establish
203 2010 correl
202 citi close learn main
201 common content sai want
200 accord http rang share social
199 four investig
198 good sign
197 affect member offer
196 describ rel
195 co estim progress
194 impact review structur
193 heart program
192 combin list stori
191 note
190 multipl natur serv
188 approach compani phenotyp search
187 examin highli intern todai
186 issu move side
185 abil free loss
184 great mark order pathwai
183 2017 inflammatori normal
182 bind trial
181 consid diabet know project
180 drug g
179 action five particularli team
178 account prevent
177 interact sequenc understand
176 cours manag question women
175 t
174 ci give run
172 famili
171 art genet global lung replic seen stage
170 standard
169 emerg million period
168 27 dose obes receptor
167 futur presid
166 28 independ interest led thing
165 50 acut sourc turn
164 either real stress www
163 substanti
162 reason size
161 26 ask
160 act comment
159 busi hous put video
158 march weight york
157 media meet preval
156 100 2013 achiev past
155 2014 analys benefit black left mitochondri primari return
154 2012 address detail imag
153 2007 seri step
152 0 food mutat white
151 deriv strong success wide
150 album court june music page prior
149 becam book defin exhibit incid power
148 uniqu
147 april date explain season
146 offic think
145 adapt august behavior better brain refer
144 center chronic facebook popular profil
143 2015 29 fact far sensit valu
142 exist format older summari
141 goal juli men reach south
140 govern littl method outcom rapid
139 context directli school
138 40 begin inflamm influenc join love
137 field locat network
136 leav star statu subject updat
135 america anti comput connect experiment former growth plan problem self six treat
134 oper
133 2008 antibodi decis
132 2016 children hospit m won
131 dynam lack light scienc
130 efficaci effort man pattern
129 born cultur especi forc recommend
128 applic head map materi technolog therapi third
127 abl advanc blood impair job keep languag talk
126 build dna industri late maintain metabol track
125 2006 accumul screen taken young
124 resist song syndrom therapeut
123 contrast cross john offici score word
122 characterist cytokin divers email half intens novel onlin pleas special thought transmiss
121 2005 2011 di other realli surviv websit
120 alwai bring cellular decemb degre distinct dysfunct enter implic reduct throughout train wherea
119 character clear elev greater ill reflect uk watch
118 announc drive focus supplementari
117 class cover discuss effici furthermor press rise strategi surfac version
116 distribut earlier face hand market octob presenc short suscept took win write
115 31 baselin latest law machin neutral resourc seem water
114 alter lot middl mous propos restrict spread
113 big highest highlight particular robust try variou vitro vivo
112 began cardiovascular carri code conduct epitheli februari januari paper photo race resid spike suppress
111 decad guid moder pandem probabl space
110 actual award genom liver minut septemb
109 acid amount came deep proport someth
108 colon cost educ feel novemb skip trend
107 ace2 china confer datetim environ isol polit recruit
106 career de encod f hope hour mass neg user visit
105 cohort consider frequent fund grow happen hit relationship titer vs
104 answer archiv awai captur explor friend hold invas j longer north
103 32 daili east hard institut log rather regard solut symptom typic variant web
102 35 almost break damag defici domain doubl war
101 appli failur fold idea intervent male numer opportun scale transgen
100 central exposur fit game larger lost park suprem tour
99 34 compon differenti film red sens
98 believ coronaviru english facilit fall h medic physic qualiti
97 ago averag concentr ii injuri ratio strain
96 administr agent band board coupl diagnos distanc driven fat femal held instead integr partner
95 00 advers alon conclud copi enough fan let parti seven
94 2000 adjust basi director displai entir il label nearli stand subscrib
93 2004 app chain collabor concern declin fulli length memori oxid platform suffici told virus
92 2022 candid david disord match molecular properti thank travel west
91 celebr complic infecti influenza launch load metastasi mobil polici r sex went
90 agre artist construct count ensur execut focu gain player pre relev section subsequ tv
89 2002 33 add annual attent classic essenti introduc peak sound stimul tell twitter visual
88 discov land pressur store tool written
87 categori club composit cup definit deliv ey manner pair rapidli respond
86 british extens justic leader minor pathogenesi pro rank secret stai studio v
85 36 aspect canada certain durat eight miss night persist remov revers similarli subset usual
84 45 excess frequenc green hace2 london modern pass precis rule save upper util william
83 attend conclus consequ element energi expand file leagu moreov patholog rbd
82 44 55 abnorm breast campaign centuri colleg decid digit healthi magazin messag object prolifer soon sport
81 60 accept attempt check commonli depart experienc outsid practic rais statist sustain tradit
80 arriv circul deal electron immedi incom induct lose quit societi text unknown younger
79 california counti enabl got random separ stop summer underli varieti vote vulner
78 1a chart competit elect engag interview met predict secondari
77 altern block blue coronari extrem father flow glycan membran mild movement optim rock statement style
76 antivir anyth basic click diet everyth intestin kind knowledg matter nab neuron option org phase reserv secur techniqu
75 absenc aid biolog constitut everyon inject island mental prepar strongli tract true variabl
74 04 alcohol car color econom environment mostli odd oxygen pictur poor student wave
73 37 46 built chief engin epidem forward marker sure whole
72 adopt african degrad grand iii insulin interv ml mrna necessari re room
71 2003 analyz assai brand credit debut domin done dr drop era excit fail glycosyl jame literatur mind partial pick privat recapitul recombin residu smaller trade x
70 65 acquir earn editor entertain europ european front hypothesi moment monei monitor nativ overexpress prospect recogn saw shape valid walk
69 39 80 ai assist bill choic compet conserv discoveri equal googl ground implement internet modest modul mother movi regulatori sale send signatur stabil ultim vari worldwid
68 41 42 demand fill financi finish hepat indirect inspir obtain placebo rest transform usa western wild
67 1998 acceler background bank bui capabl claim confid diminish england epigenet gold largest notabl price speak winner woman writer
66 2001 agenc approxim attribut australia cut l laboratori latter mix modifi parent seek surpris transport
65 59 africa air chemokin ferret foundat goe mer nine pop seq son staff street task w washington whose
64 bone elicit inhibitor legal librari metastat migrat recoveri sell vector wait
63 70 arm bar box capac delai georg innat k18 kinas listen metal o pai pool print professor rare st tag
62 64 ethnic exclus expert girl histor inde insid introduct japan mitochondria outbreak town α
61 01 2021 agreement assembl avoid bit child convers earth gave intellig k nasal nomin onset percent primat privaci recognit someon sometim span surround survei unlik
60 47 58 aug charact defens depress disrupt divis document emt excel hypothes journal michael microglia mir prefer regist seriou serum southern talent topic transit ubiquitin
59 90 advertis aim appropri attract billion cirrhosi custom difficult elimin encourag entri enzym eventu ifn metformin opinion paul pcr road robert round s4 solid speci speed supplement
58 1999 2023 38 angel appoint cast creativ distress dpi els enrol epidemiolog huge interestingli minim newslett noth ongo preserv pretti restor shift sold sort variat
57 admit assum bnt162b2 bound charg district easi eat episod fast glycoprotein immunogen martin median mode non noncod phone pp premier primarili replac safeti shop sun
56 200 48 75 brown champion chanc consum cooper democrat draw edg fight layer macrophag multi potent reaction stroke trump wash
55 05 ahead appeal approv attack bacteri beauti benefici caspas core cycl deplet except feder fire footbal fridai hundr iron mab magnitud master mid morn perhap plu prove purpos regular rememb restaur reward rout s2 san scene senior shot spring squar stabl termin
54 53 ad26 arsen asd centr commit consumpt coordin dream fourth franc insight morbid ncov piec reactiv theori tri
53 07 52 antiretrovir chadox1 crisi demograph driver enrich escap exchang fine fundament hot increasingli india intend kill quickli remdesivir richard stem wife wrote
52 71 asian audienc biggest blog broad burden clearli coronavirus disabl distinguish e3 felt glucos king la lipid preced realiti repeat rich simpl specimen sundai thousand threaten voic wonder
51 0.001 02 1994 51 australian cd4 controversi deficit drink heard heavi hill index judg kid lifestyl massiv mutant overweight polic schedul simpli suit toxic worker
50 advantag anyon asia correspond favor gut lo microgli modif molecul navig parkin radio skill snp strike victori
49 08 1996 4a arrest contributor dark densiti enjoi epitop fusion ic ident impli plant profession shield translat y
48 1000 1980 1990 adipos apart brief brother civil deposit empir expos grant gun hall icon innov item organis perfect photograph racial recal recov regress rhesu seat situat smith strength symptomat ten trace transient trip wall
47 57 adam antigen arrai attenu boi brought capit circuit cloud committe comparison criteria debat defect festiv founder germani glass graduat honor hr inflammasom invit lesion mail marrow none owner promis readi repli spent suffer tend toler vice vision
46 43 85 axi bad bear biologi calcul cancel chair comorbid convent corpor downstream facil fatal georgia happi illustr infiltr knew leadership mar museum oct pathogen push remark royal safe singer trust warn welcom
45 appar architectur battl beat birth broken chromosom coast council crucial depech feed grew hospitalis hub impress inherit interpret jan letter li licens microbi mile mission net predomin reader retir retriev roll routin silver sit speech spend station substrat superior televis tip ub
44 49 abund argu assign autism balanc barrier beach championship climat correct cvd delet deliveri extern fiction hear homolog instanc intact mg mike minist naiv nlrp3 panel parallel tempor therebi tumorigenesi
43 06 500 54 addict ap cd copyright dedic economi emot famou giant id invest kingdom macaqu oppos perman planet preliminari purifi regardless transfer
42 03 1984 1997 addition amaz appendix argument chemic choos cluster conflict daughter dead dens download easili el electr exclud explan favorit fresh hire inc marri mondai oncogen profound psycholog scenario spot struggl subgroup taylor thoma ticket trimer
41 09 1986 3d affin attach cm commerci danc databas error evolv fewer gone lawson lp militari newli nonhuman obama otherwis paid plasma prime quantit repair saturdai sd sent shoot sponsor steve stream traffic trait twice van wednesdai winter
40 83 aggress ann apoptosi aβ compos em fellow fifth french getti greatest guidelin identif incred mention p53 percentag regimen sand shed softwar specul stone thursdai transplant volum wear window wt yield
39 1993 1b 56 agricultur andrew autophagi cite consult convert declar employe evolutionari exogen faster feedback fix gift harri kick lincrna massachusett mesenchym nevertheless null peter poverti prolif purchas rose smoke solv tree worsen wrong
38 3a 66 academi actor administ awar basal circumst concept crowd diagnosi emploi exactli fa fell financ galleri hotel hybrid imagin landscap microbiota muscl pack pm prize programm proxim realiz reliabl shorter spectrum suspect systemat threshold violat wayback wish
37 1d acknowledg algorithm cognit colleagu corner coverag crawl denmark dramat effector evolut expans extent fecal genr glycem governor guest handl importantli kept ligas manufactur overlap paramet protocol pull pulmonari queen scientif scientist session simultan stadium striatal suppli theme transmit trigger versu
36 4c accur alert amazon ban bmi chairman channel chines dataset devic extra foreign frame fun ga heat inner jone knockdown lab lymphoid motor mr narrow nlp nov own packag profit proteasom pseudoviru qualifi quick ride river sea senat ship technic unabl upcom youth
35 1988 academ alzheim augment card coliti conveni cook copper curv dave displac doctor dozen echart fair fashion fly geranium hide itali lake legaci mari menu nice pathophysiolog permit render root super surfboard temperatur touch trim5 trophi virtual
34 150 1983 1992 automat belong branch britain cool decompens dish distant diverg doubt edward elig endogen estat ex garden german grown gui intermedi israel joe lifetim lncrna mainli ms partnership pesticid princip ran rat registri reli rotenon roughli synthesi tom weekend worth youtub β
33 105 72 abus accuraci amino analyt babi biochem biomark blind bulk capsid christian citat commiss compil comprehens contemporari danger domest firm floor framework gfp graph harm inocul input lean loop mexico mi myocardi node refus rescu retrovir russian s1 scan scott sulfat sweden threat weekli wit worri
32 130 68 69 88 acquisit affair align alongsid bell blackpink bottom charl cholesterol church coat columbia concert door embryon fear flight gastrointestin golden html ibd instabl iv japanes joint journei kg mayb meat microarrai mine monocyt nk notic nutrit oligomannos paint path peach possess prix procedur prolong q request resolv retain s3 sam straight teach treg vat
31 1c 61 79 84 abc afford anticip apr aris arrang bia bird brca1 broadcast captain ceo chef chicago column compris congress cooki deni donald farm god headlin histopatholog hollywood inhibitori instrument jump ladi lowest methodolog neutrophil oxford pain pd perspect plenti provis retent shock sister skin sorri sub synthes tournament undergo undetect urban venu yeast
30 0.05 1.5 1273 1989 2c 53bp 62 absolut abstract aggreg allel anxieti boost certainli classifi clean compound constantli daniel defend dispar divid donat drama en equat exercis forest friendli hormon husband inclus inconsist indian infarct interfac interfer intranas jackson korea labor lifespan longitudin manchest mitophagi newspap occup opposit overcom plot pose proper proteas rad51 recurr sink slow strand stuff territori ti toni tuesdai upstream weather
29 1975 2d 400 93 advic bought brazil budget burn calendar chromatin clark clearanc crew crime development easier equip even extract fame fantasi feet fluoresc fraction francisco hinder hku1 hunt instagram insur intak jack jersei johnson kim linkag matur meaning microbiom monkei moon myeloid netherland notion oc43 ordin passion principl quicksand repress reproduc reservoir resili retail ro russia scholar soil split string switch teacher theater tim tnf tough transcriptom truli union valuabl vast vte
28 104 1991 1995 2a a1c ball barack bp breath brows cadherin clone command descript desir documentari dss ecm encompass enterpris env epithelium exceed expens fastest feasibl fish forum frank geograph hcov inactiv instruct intrins jeff jr kit lee loos margin mathemat min morton motiv mountain mucin mucu neither neurogenesi northern occasion oh ordinari outer palat paraquat percept phillip phosphoryl pioneer plane port pound pparγ promin prophylact pt raw renew replenish senesc sep soft soldier stain tech texa tweet unclear uncov upregul vallei warm whatev wikipedia
27 0.02 1932 1985 1f 1β 2.5 accus adequ affili appreci armi audio boston ccl2 coach coil coloni compress contest crash cryo dc depolar discontinu downregul dy emphas exert faith fiber fri gap gather gender grade greatli healthcar hispan homeostasi inappropri info infus intrigu invad java killer liquid maximum michigan musician netflix neural pace pancreat partli polar progenitor prognost protest remind resolut revenu sector sexual simon slave solo spain spanish spirit spn sum tail tax urin visitor wood
26 1.09 1.2 103 116 1979 1981 300 99 actress adenoviru amend andi artifici attornei bai bridg broadli byte camera catalog catch ccat2 circl cld cloth comedi compart compens cre deploi devot disproportion dive dme dollar fatigu foam height hidden infant infer invent lawyer leg lethal lift mammalian manifest mirror mitofusin mock msm nonetheless oliv outstand ow p97 peac pennsylvania peptid physiolog pink1 plastic predictor presum probe quot republican simul sole sought stock strateg stronger tast theoret throughput tight tripl troubl truth ubc13 uev1a ventil veteran violenc warrant widespread wu youngest
25 200s 20th 7.0 76 78 81 abacu ancient assert asymptomat bed brca2 ca carolina ceremoni chri client closur comfort companion crazi cxcl16 danish depth diagnost elizabeth endors fellowship formal globe goblet herit hesc honour hypoglycaemia inaugur incorpor irx3 lattic linear liter longest longev ncov02 oldest output pink potato prefus pycard quantifi react reject resembl row runner ruth silenc sing slaveri slightli socioeconom strengthen struck stun submit subscript symbol twist ventur visibl wnt xbp1 z zone
24 1982 1987 2b 4h 98 accomplish acl adventur allianc atmospher autumn bacteria bid bleed bond camp canadian carbon chemotherapi clinton cole compartment compat compuls contract countermeasur crimin cytokeratin devast dinner drawn endotheli engraft ep evidenc favourit filter foot fruit fto gear guarante guardian heterogen hippocamp historian hypertens hypoxia italian jean junction kinet legend legisl login ltd md medicin mitig mmhg nearbi nmc novo ns nucleotid obviou paneth parenchyma pdf pdr pipelin plate presidenti publicli pursu quarter represent secretari segment settl shorten solubl somewhat songwrit stephen taught thrombosi tune understood vacat villag vtdr wherebi
23 1930 250 3rd 4b 63 73 96 accompani anticoagul arena arthriti bare bbc border bottl broke cold constant convinc courtesi creator crop crown defenc dissolv dl donor dpc dvd dysregul employ encount enforc ensu faculti farmer fixat flexibl florida gov gradual guitar hero hotair household ideal ifnγ immigr indonesia interferon kidnei kitchen loui lyric mainten markedli matrix max medium methyl mfn1 microrna moi myc n234 ng oil optic orchestr pacif parkinson particl pharmacolog pneumonia prais precipit prison pure recipi reform reportedli reput revis ring russel sanctuari serious sleep striatum suppressor sweet tak1 th17 theatr token tone trail twenti vocal volunt wing workshop worst
22 0001 108 1500 19th 2.48 3000 adher adipocyt airborn antagonist anywher atlant benchmark billboard blank briefli chat cocktail collaps colorect colour consortium cxcl2 davi dec deepli disappoint dress dry eden elsewher ethic exact fals familiar flag franchis funni graphic hair hang headach heritag horror hsc ic50 instal intergen irradi javascript jul jun junior latin ldl liber marcu microenviron mixtur mom mount mouth mysteri occupi offens permiss phd plaqu prioriti proceed rai randomli reconstruct referenc refil remot salt samhd1 sarah strang stratifi strip submiss surveil swift throw trem2 triglycerid uncertainti unusu virginia
21 001 1.65 10000 82 advoc afternoon alleg allevi amid annot anywai arrow atpas blockad bomb brava brilliant brook cac calcium cardiomyocyt chip closer continuum copenhagen cr creation d2r defeat denni deputi difficulti dougla earliest ecolog ed empti factori fatti fee fluid gate golgi grei guard headquart holidai imposs inequ ingredi jet justin k63 kate latent lie lock maker manipul mask matt meant mfn2 microb muc2 mucos nf norm occurr politician predominantli readili regener retroviru rigor rs6983267 sat seattl sec23a secretori sentenc serotyp sodium spoke spontan successfulli suddenli summar tnbc transcrib un unpublish vehicl victim vital wealth whilst wind
20 0.01 0.03 0.11 1.0 1.9 1970s 1972 1e 4e 77 89 advis alic aliv alveolar anniversari appl athlet atom au ben blend boom brutal cap cardiac ccl8 chamber chemistri chose constraint cumul curat dan dementia destroi deterior dimension dimer dismiss dissemin editori enorm er eric est exploit fate feb fgf21 fortun foxp3 freedom fucosyl gi healthspan heavili hong impos influenti intent intermitt isg journalist justifi lentiviru lineag linguist linux liu liverpool meanwhil mecp2 metastas miner mol murder murphi mute naïve necessarili ocean oral overwhelm owen pari patata poster proinflammatori prompt properli quasispeci relax rt rural rush sharp shortli sky slide soul spatial specialist specifi stat stimuli sugar tackl tear teen tokyo ton tribut twin uc unexpect untreat upgrad wale wang wast weigh will
19 0.1 0.27 1,2 100000 1978 1990s 20000 2nd 3b 5000 ac ada admir alan albeit amplifi apach arguabl avid bigger biographi birthdai bob brian browser bush cash cat chosen climb demo departur dictat die dig dine discharg dog eas epic exon fantast filament flat forget gatewai glycaemia glycopeptid gore hif1α holm hypoglycaem ileum inact inbox indi kelli kong lai le lectur lewi lineup log10 logo mammari marriag ministri necroptosi oppon oscar overview penalti peripher phrase pit plausibl princ ra radic recip recur religi renal resign retrovirus rett rid ryan sauc scotland script sight singapor solar somewher ssdna storag strata stuart stuck subcutan suppl teenag transloc treasur tropic turnov unveil up urg victoria wound wrap κb
18 112 140 18th 1961 1980s 1st 2.6 21st 231 280 4th 600 74 a549 aaa ab abrog accid accordingli activist adjac admiss alexand ami anatom apparatu atlanta attitud banner betacoronavirus bin bloom blow caught chemoresist childhood circuitri collector concurr contrari copri corrobor craft crystal cxcr6 dad dawn decor depot dietari eastern elit everybodi exacerb extracellular facet fc fever fibroblast fighter forecast formula fox gamma grai hapten harder harvard hate hawaii hdl hell hip hors iav icd incub injur insuffici jason jim joseph keyword knockout laugh legendari llama m2 magic mammal manhattan mannos mdm meal membership mice9 miller minimum morgan murrai nasa nervou nuclear obsess orient overse peer pig pitch plain polymeras preadipocyt preferenti provinci pump reopen rep reproduct republ resin retrospect rice rival rough s8 saliva sandra scheme scholarship secretom sheet shrna sir sixth slowli spam stretch stromal suppos tale tandem temper thriller tini viewer viscer vpx weird wors yale yellow
17 1.4 109 120 1971 1976 2.0 404 4d 6vsb aberr abroad absent airwai albert angri anthoni ard bag bal bias bibl bloodstream boast broader buffer categor cc12 ch chapter chen cinema combat combinatori confin conform consensu crl4dcaf1 crohn culmin cxcl9 deeper deleteri democraci depict descend digest dilut directori discret disturb divorc edt elisa embed equiti evas export extrapol fi friedrich fuel gai grab grace graham gtpase gwa hardwar hdpp4 heaven hole homeless hurt illeg inch indirectli internation intim investor iraq ireland isoform jennif jonathan judici korean lane lend liabil lunch mde mechanist mfn michel microsatellit microscopi minnesota mmol moral morpholog ncrna neighbor nigral nomine nonhispan obvious orang overt paradox parliament pb pdb pervas phenomenon podcast portabl postul potenc pparg prohibit prophylaxi racist remodel reus rheumatoid s7 saint scarc schizophrenia seed sensor server sgrna shoulder showcas smart spin splice steadi steven stick suspens swedish tailor textur thick thirti thrombot tower trailer tumorigen underestim v367f varianc von wan wheel whitnei wider wilder zealand
16 0.5 10th 179 1916 1962 3.2 4g 6th airport alpha apoptot argentina autophag barbara beal belief berlin bike blogger boundari bright cccp cdna chase cheap chelsea christma citizen clock coincid comic commens complement confus contin converg corp cortic cxcl8 desk deviat dic discrep duti ectop envelop es evan extraordinari fascin firearm flavor flower forev fragment gcamp3 glucocorticoid gpc guess hazard henchcliff histon houston hpa hydrogen ignor il1ra immunosuppress insert irc knock kofo lasv leap lockdown lod logic luxuri manual mb medal melodi memor merg merit midnight mimet mistak mm mri myocard narr neil nich nonprofit nose nutrient offspr ohio olymp opera paradigm permeabl pfizer phagocyt physician pilot poll portrait profess prone proteolyt proud puerto pugh qin regularli reprint resort rifl rip3 roman santa se seal shadow shake sham shiv shoe sibl spark speaker spell spici stanlei stepwis stood substanc succe succeed sudden summit supervis suspend tab211 temporari thompson tonight trypsin uncl uniformli unlimit viremia walter
15 0.0001 117 1934 1952 1953 1954 1960 1960s 1968 1970 67 8th acoust ali allen alli amyloid api arab asid assur auto bachelor belgium billi boot boss bu buckner buri campu carefulli casp1 cathol cc6 cent chymotrypsin cnn colorado competitor contend convict craig cry curios d2 deadli debri destin dispos disput doi dopaminerg drosophila elderli emnlp enthusiast faq finger formerli frustrat gmail guidanc guinea hba1c hematopoiet henri hif highwai holder hop iec igf igfbp4 illinoi impart inher ion joke jordan jupit ken kiss landmark locu longtim louisiana luca lymph lytic mad man5glcnac2 mate mda mercuri mere microsoft microvascular monthli moor multimer nearest newcastl nfκb nick nlrc4 o'connor occas omm orbit outdoor overlook passag ph phagocytosi pin pivot pocket prevail primer provinc psv pymt r0 rasmu recognis redox resum reviv roger roi s6 sandwich semant semi serial simplex somebodi somehow sotomayor spotlight stack storm stranger stringent strive strongest suitabl swab swim tape tcid50 templat thailand thrill throne tie tile tinagl1 tissue18 tomato trachea trajectori transduc ultra undergradu veget walker warehous xu
14 0.2 13th 15th 1935 1939 1955 208 3.5 4ad 6pl 87 90s 94 94.1 97 abolish acclaim acetylglucosamin alloc ambiti antidepress aqua astrazeneca attain autom autophagosom bader behaviour bet biontech bronchoalveolar bronz bullmor button c57bl cabl cambridg causal cd8 cdc chariti charm chemoattract chill chop clade clinician coffe complain compromis conceal contradict counter curiou deleg delight diamond disadvantag discrimin disnei downtown draft dti dual eleven embrac endur equival etiolog exit expertis fake fallen fe fierc firmli flash flood fought franci gari ginsburg girlfriend glcnac glcnact graviti gross gs guitarist haan hamster hct heavier herald hi hint holland hugh humor icu immunomodulatori indigen insist intraven ir jessica jimmi josh juri l3 lakehous latino lavag lawsuit likewis lion lipotox logist lone lord mannosidas marc maxim mayor melt metric miami michelin mutual n501f neurodegen newest nora os ota outlin outlink oversea pan patch pepper perceiv peroxisom phil philip pio platinum pleasur polish pregnant prevotella priorit proven proxi ps1 q498y regia respir retinopathi revolut rob rocket rocki rodent roster rpa rubinov saharan sci sept shirt shore sick slower smile spiritu spleen stewart stratif substitut subtyp surgeri survivor sworn syrian tall tel theguardian tire toll tomorrow topolog trap triumph troop underground upr url vega venou viabl virolog virul warren weapon wed wilson wine wintertim wuhan zeb zeb1 â
13 0400 1.29 1.7 10.2 185 1914 1936 1947 1950 1965 1974 2e 383 627 accommod advisor analog angiogenesi apnea arc arteri asc av barcelona bass birsoi boat bowel bowl brooklyn camouflag cataclysm catalyz catech caucasian cb certif chan characteris charli charlott charter cleveland coagul colombia commentari configur confound confront continent cough crc cream creatur cytotox dalla delta desert deserv detriment diego dopamin dot dsb duke dunham duo ear ecmo eighth elegan embark emphasi ev fairli falcon filmmak fixtur flank fli foster ganglia gig gill github glycoform gonna gyru h1n1 ha hebrew hei honest humbl hypersensit idu immunomodul imperi infection9 infrastructur intracellular intron iqr iran jewish jon kansa kevin kifunensin laid lesser leverag lip liquefi loc285194 lover luciferas ly lymphocyt mann matthew mef mimic mitsubishi mondeca monoclon motif mtv myth nail neighborhood neurolog nicknam nobl nois notif notifi notori od opt payment perfectli pet pistol polymorph predispos prestigi promoter13 proof psychosoci punk quantif rain rebound redistribut refin repertoir resurg rico rip samuel satur scout seventh shell simpler snail soni specialti spokesman spur stanford surfer tank tchkonia teeth tender tenur th1 tran trio turkei uncoupl underscor verifi vessel vsv wake wander weak whistl xenograft μg
12 0.25 101 102 14.9 14th 155 159 18.8 1938 1956 1957 1964 1966 1969 1973 2.2 3.0 3.3 36.1 5.5 7.2 8.0 91 9th achard alex ambassador amongst analyst anonym antibiot antioxid architect aspir assault asset autoimmun autonom badg barcod barri bead berkelei billionair biopsi bite bonu bounc breed brett bristli captiv carbohydr cart cartoon censor cheaper clai classif cleav cleavag comeback commemor compel con connectom consecut consent correspondingli covari cp crush cultiv cure cytoplasm dcaf1 dean den dentat deregul desktop dexamethason down drum dutch echo emmi enemi ensembl escal essai everywher exemplifi exhaust famous fda fed fifti fission flip foci folk footag forb freeli freez freshman fulfil gel genuin glanc gospel gotten granul habitat handicap harass hello hemostat hunter hydrochlor hypoglycemia imbal incongru indiana instant interim interior intra invis isra jam jane jeffrei jenni kai keyboard knee lawmak lesson literari lloyd locomotor lt lucki ma maria mess metadata metagenom mo monster mtor multiom n343 neo neu neuroimag nhbe nhp nicola nitric nlr nm nobodi noteworthi nucleoprotein ny obituari ok ophthalmolog oracl orchestra outrag pad passiv password pfu pgt121 philadelphia philippin photon phylogenet pic plasmid platelet pork portion portug pour predefin prematur princess propens punish qpcr ralli realist reliev reminisc remuscular rent repopul reson revolv ritchi roof roth rss rumor s13 sail sap satisfi scratch sentinel seroconvert sf162p3 sheep sierra slate slight smash snack solicit soundtrack sr stress12 subdomain surf surprisingli susan switzerland sydnei taiwan tap td teddi testament tgf thrive todd tragic tremend turbin ulcer underlin unfortun unlock uptak urgent vaccine7 versatil vertic viciou vim violent voter whenev widow wire wordpress workplac wright yeah yesterdai γ
11 0.23,0.31 0.31 0.6 000 1.12 1.49 106 110 162 1848 190 1929 1946 1948 1963 2,3 282 3,17 34.5 35.4 4.0 4.2 4.5 4f 5734 5b 5th 6.0 700 80s 86 92 abandon adhes aircraft alveoli amplif anderson anion anymor ar arthur ashlei assumpt atp audit austin await awesom bat bedridden bedroom begun behalf bellflow bench bishop blot bold brick bunch businessman cameron carcinoma carol catalogu causat chronicl chronolog clash coalit coexist commission compact concomit concret confidenti conquer consolid constel cousin da dash deadlin dehydrogenas desper destruct dictionari dip disciplin dispens distal divin doctrin downward drew edema edinburgh egg encyclopedia entiti epididym epilepsi epoxi eu exot fade ferguson fiberglass fifa finland fisheri flegal flew forgotten forth goalkeep gohil golf gomez grammi habit hancock harbor hardli harvest hat heal healthier hela hif1 honestli horizon howard hudson hypofunction iavδns1 ileiti immunodefici inflam intellectu intravas intuit irish isabel iter jai jesu jurafski kb kd keen kenya lap laura lawrenc legislatur leo leon ligand likelihood lincoln lisa litterm lmwh lobe madrid mainstream malaysia marin marlo marshal marvel mega merchant midst migrain mini mirna mitchel montreal multicent murin muslim myocardium na naturalist neck neptun nicol nucleic onwards2 optogenet over ownership palac panc1 parrot patrick patron pen penetr permeabil personnel perturb philosophi pierr plead pledg pluripot pollut polyurethan poorer powder prc2 prei proce prognosi provok prr pseudotyp purpl quarantin questionnair quiet racism rail recept relief religion renov revert rilei rio rip1 rn ross rover ruxolitinib s11 s5 sa sad sanction saponin scatter scope sean sem sentiment sheffield shelter sialic slug sonia spectrometr stab steal stiff strict suicid synapt syria tcspc tea tension thread timothi titan trademark tradition transmembran treati turnaround ufh ukrain ulrich unidentifi unix usd vbm vendor vi vigor villa vinc wemblei wikimedia wolf wooden
10 0.3 0.35 0.36 1.27 1.46 1.48 1.6 10.1 10.3 105.5 11.7 113 12,14 12.2 12.5 15000 1904 1910 1925 1928 1933 1940 1959 1967 201 2014a 207 212 293t 30th 34.6 345 3c 4000 51.1 52.5 7b absorb accessori acr actt advisori agosta ampk amput angiotensin anni antimicrobi arizona ascertain ass attende avium bacteroid baggio basketbal beer behav beneath biden bilater bio blade blunt borrow bouvier bow bpe bruce bruen brush bubbl bugatti bureau buzz cabinet campbel caribbean cashmer casp8δiec chd christ christoph civilian clip closest collin commenc congratul connecticut consciou cowboi crack cruis cryopreserv cs cult danni dear decent deliber demis dendrit deploy dextran dimens disagre disappear discount distributor dm doc du durabl emir enthusiasm entitl etern exam excerpt extinct favour fin flourish ford forgot forti fred friendship frontotempor furiou genotyp gfap gh glacier glenn goat gordon gpt grandfath grave greek guilti hai hail hallmark halt hd hedg hek helm hemagglutinin heuvel hippocampu homogen hottest hyperglycemia ian idol ifnα infam intersect intoler irrespect jacob jail jami jazz jess jewelri jiang joan joi julia kavanaugh kent km knight labour lactat lamina lattice3 lengthi leonardo lesli levent lieuten llc loud luke lysosom mac madison manuscript margaret maryland mcginti mei missil mmtv monument moscow motion mouse9 mp nanci necrosi negoti nematod nordic nucleu nude nurs o2 obscur outfit outgrowth palestin palm parenter passeng patriot pc peregrin permut persuad pete pharmacokinet pie pleiotrop poetri preview pride princeton propag propria qualif realis rear rebecca rebuild recreat refresh regain rehears relaps remaind remix renam renown repositori retrovirion reunit rfp richest rick robot rr s65 sadli sang scandal scroll sd1 semiquantit sensat settlement shakespear shanghai sharehold shine shout shut sincer sirna skelet slip smartphon smooth soccer spencer spider spy squad standardis starvat static stomach stressor subunit successor summaris surgic swarm sweep swing synuclein tactic talli tcf7l2 telegraph temporarili tendenc tenni terrac terrain terrifi tightli tk toronto tourett traffick tragedi transduction5 unconvent underw unknown8 verdict victor vinyl vma wane ward warner wat watt wealthi wiki wildlif wildtyp worb xbp1s yll zeb2 zhang zinc
9 00am 1.50 10,12 10,16 107 115 11th 135 16th 177 1784 1800 1864 1903 1913 1919 1937 1958 2.4 2.8 2.9 2006a 2025 204 209 211 240 28.1 3.8 3.9 300000 31.3 34.8 350 369 386 39.6 48.7 5.0 56.2 56.5 5xfad 6.74 6.81 6.87 6.89 6.96 65.3 7.04 7.4 7a 83.7 89.3 8q 96.8 aa abdomin adelaid advocaci aerospac affirm afghanistan ah alabama alexa alik altogeth ambit anatomi anna anybodi aom appps1 artwork astrocyt augenstein aw baker baltimor basebal basement beaten beij belov benjamin beverli bing bitter blacklist bless bother bout brandvoic brave breakdown broadwai bronx bsr bull bullet bust butler buyer c432d cafe candidaci cape cardiff cartwright cc ccl20 cement censu chao chili chlorid chunk clarifi clue cmo coastal coher coli commonwealth complementari conceptu congenit conscious constitu constrain contraind corrupt counsel counterpart cripto crow cu cynic cystein debt deem default del delici descent deter detroit devil devis diarrhoea dicaprio dirti disast disc disclaim dispers distil don dsm dysbios eagl earl edu egypt elucid emma endow enlarg entranc entrepreneur envis epigenom ether everydai evil expedit expuls fault feast feat fenc finest flame flesh flox focal footprint fort freelanc fsp1 g502d gahan garner geisler geniu geographi ghost glad glori glutamin gmt grain grate grip gsh gunner h2 h2o2 hardest harvei herp heterozyg histolog hockei hometown homophob honorari hopefulli hpiv3 hyposensit hypothalam hypothet immunoprecipit improp inabl incur inevit innoc interperson interven isogen jen johnni lacking4 lambert lamp lang larri leak leas levin linkedin loan lobbi localis loin louis luck lumin lynch lynn macular matsuda meadow megabas melbourn mellitu metropolitan microgliosi misconcept moodi mortgag moss n501t navi nazi nbc neuroadapt nitrogen nod noncld nonhub ntd ob omar or organel outlet outreach pakistan panther patent peru piano plea pneumat pois poison pole polyest pomerantz pr practition precursor premis preprint prof pseudovirus psychiatr punch pyruv qualit quarterli quiescent rachel radar radiat rage randomis rape rapper ratg13 raymond reagan rebel recess recombinas reed referr refractori regret reinforc reperfus replai retreat reuter ridicul riff rinn riot robin romanc romant rome rsv s4b salari sandi saudi scottish scrap seminar sequel sequon serin sf shit shortcom silicon silli simplifi sixti snake snap snapshot sourcer southampton southeast spars spectacl spectrometri sporad spous stapl stark starv stat1 stir subsidiari subword sulphat superstar swell symphoni tablet ted tenth textil thame thin threw thymidin tide toe tourist tpa trai transfect trauma truck tuberculosi tutori tzd ui unanim unawar undermin unexpectedli unfold unleash unoffici unpredict usag utc vault ventricular vesicular vicin vincent virgin virtu volcano voluntari warc weaken wenger wise wolfel wordpresscom workload worm yg δ
8 0.21 0.37 0.83 0.926 023 10.4 11t 122 123 15.0 17,18 17th 1870 1889 1898 1900 1917 1918 1924 1926 193 1945 1950s 196 1977 1h 2.81 225 237 25th 28th 3.52 3.6 3g 4.15 4.9 473 541 655 6a 70s 767 800 81.2 900 abbei absorpt adipogenesi adren aesthet agenda agit alien alumni amateur amp amsterdam ancestri anchor anecdot anomali anthem antiplatelet arabia arch artifact ascend authoris autist axis6 azoxymethan ballot bassist batteri begingroup bennett beta biennial birmingham blabbermouth blabbermouthinbox blast blockbust blond bore bori brazilian brca1sco bred bro bronchial bruno bud bulletin calm calor capitol caption carnitin cases6 castl ceil champ cheer chest chicken chile choru cidi collagen comedian commerc compass complaint conced condemn condens conspiraci contentskip convalesc convei cooler cope costa cotton courag cov2 crawford credibl creek cricket cruel csf cuba cue culinari czech dali damn dct defamatori deloitt demon denver described9 diastol dick dioxid dj dock dome dormant drift drove dtm duncan dust dynasti dysbiosi earthquak ebai elabor elus embargo embarrass endoscopi endothelium engulf essex events3 everett exce exil explod explos exponenti familymart fece fibrosi firmicut fist fleet flex float fond fool footer forerunn forg fork fossil fourthli fowler franklin frighten fuck fundrais fuse gang gase gd geci gentli gland glia gravit greet greg griffith grove handgun hedon helium helmet hemorrhag heterodimer hilari hood hurrican hyperplasia hypothesis2 hypox ifnb imbalanc immens immers immunolog imprison incarn ink insan integrin intellilink intellirespons intensifi internship io ionic ischemia ivo jacki jerri joshua kennedi lamb latenc leed leonard lit ll lymphopenia maiden mainland maladapt malaria mandat mapk masterpiec men106 mexican millenni mispercept moderna mogul motil mourn mucosa multiplex multivari municip mutschellen n165 n439k naacl nadh narendra nationalist nelson nephew nest nfl noninvas nonsignific nowher obscen offend ontario oregon orthotop owl pale pat patrol pe pertin petit pgc1α phoenix phospho photographi pine plagu poli polycomb polyp polypeptid poorli portfolio potter preciou preclud premium primit profici prosecutor proton proudfoot prudent python quantiti quantum queri quest quiz r26creert2 rack railwai rash reactogen realm refere refs1 registr reign reinvent reluct rental resect reunion rever revisit rex rhythm rib rnai robertson ruin sailor sander saxena scorer scream sdi seemingli segreg seiz sfb shang sheer shevlin sidebar simpson six1 slot smell sophist southeastern spare spoken sporn stabli stake startup statin steel steroid stint stomat sullivan supernatur supposedli surpass suspicion synonym synth systol t2d t2dm tapa teaser tennesse teradata terri tff3 theatric thereaft thermal thesi thicken threonin thu tier titrat tobacco tongu transact transduct tribe trim5α ubl ugli ultrasound unaid uncertain uncontrol unpreced upset upward venom vibe viewpoint vitamin vol vp vpxq76a vwf weil weinberg weinstein welsh wet wholli wi wisconsin withdraw wmh workdai worship worthi xml yanke zero zoo
7 0.002 0.18 0.87 0.93 1011 102178117 111 125 127 12th 132 146 16.5 160 1600 165 17.8 173 180 1825 184 1880 19.8 1908 1949 1951 199 2.07 2.1 2.7 2020a 203 224 22nd 24.21 2500 256098 29.7 29th 2f 30761 31.4 33,34 33.2 37.8 38.1 3e 3f 3m 430 44th 5,6 5.9 500000 521 6.8 73447 78.9 7c 7d 8.5 85.2 860 8comments 9.0 9025 aaron abolit abstain academia activation14 adaptor adjud adjunct adrian aftermath alfr alison allerg allergi alt ancestor android andthen anger angl anneal antholog archaeolog arnold arrhythmia arxiv ash atop aunt automobil aviat b6c3f1 badli bake bang baptist barn bathroom bauza bd beacon beard beast beatl bend bento bert bestsel beverag binari blackburn blake blame blockchain blocker bobbi boil bonus bread breakfast breakthrough breslow brh2 brigad buffalo bug bump bunt butcher cage calif calori calu calvin caroni carpet carter cascad casualti catalyst catfish cd11b cells42 cemeteri certifi cfo chancellor chapman cheat cheek chees chick chocol chord chuck circumv cisplatin civic cl coeffici confess congression conjug conjunct contamin contradictori costum cruella crypto cuisin cxcl1 d'or d1 dare depriv derang dialogu diarrhoeal digniti diplomat dirt dissent distract ditch dkk dorsal downsiz dragon dri drone drummer dub duck dwight dyslipidemia ebook eddi ei elder elector eleg emperor endeavor endless endocrin endoplasm eqtl español etf euro evok ew exagger exec extravas exuber ezh2 fabric faction farewel felix finalist flaw fletcher flexport fndc5 formul forthcom fourteen fpkm frozen funer furin gabriel gazett gehan gen genesi gisaid glial glucocorticoids3 glycaem gong gop gorgeou grandpar granulocyt grid groceri han hansen harrison harrow harsh hbo hcl heartbreak heath helen herbert herbicid heroin heterolog heterosexu hfd hoebel holi homepag horn hu humans25 hunger hussein hyper iceland immobl immunohistochemistri imper in incept indonesian ingest inhabit inoculum insecur inspect interdisciplinari interrog invalid invasion19 invers irisin irrevers isaac isbn isl isotherm ix jake jew juic kamel kane kati kenyan langston lauren laurenc lawn leaf leukocyt lever levi liberti lightn liveweb loci loung lox lumen magnet man9glcnac2 maradona marathon maydi mediev mediterranean meghan mentor metabolit metastasis34 metro mhc microscop midfield migrant milieu miranda missouri mit mm3 modal modular momentum mon mortem mptp multifactori multimedia n1074 n122 n501d n603 n61 n717 n801 nathan nationwid naval ncbi necroptot neighbour newborn newer nhane nonaddit nondiabet nostalgia nottingham nsp14 nytim occlud oligomer oligosaccharid olivia onstag openli orlando orlean outperform outspoken p97qq pangolin paprika parad parker parsimoni paszek pathobiolog pauciti pcdna3 pearson penni perez perri pertain pharmaceut pituitari placement plantat plateau playoff portland pot powerhous prayer predat predecessor pregnanc progeni prolin pronounc prosper prostitut puriti puzzl qrt quebec quietli r47h rad52 ramp rap rb reagent redirect refrain reinstat rendit repetit reticulum rewrit rhode rins roadsid robbi rochest ron rooki rotat s16 s1a sacrif sacrific sake satellit sbp sc scaffold scher scooter secondli seir sequest servicenow setup shame shannon shootout shrink shutterstock shuttl siren sitcom sketch skew sleev smallest snail1 snow soar southwest spaniard spectacular spectat sperm splash spokesperson src sri ssb stakehold starr stasi statewid stereotyp straightforward stumbl stylish subcellular suboptim sunshin supplier surg surrend tanner taxa taxi telescop tent terminu terrestri terror th thiazolidinedion tick timelin tnfα tommi tortur toss trader transactiv trick troponin twelfth uefa unaffect unbeaten unbias unchang unconstitut uniform v1 vasculatur ver versa vibrant vimentin vive vocabulari warmth warrior wayn wherev whip williamson withdrew woodi wool wrestl yen zhu χ2
6 0.019 0.064 0.75 00pm 1.08 1.13 1.20 1.3 1.32 1.37 1.41 1.56 1.69 1.71 1.75 1.80 1.82 1.91 10.0 1062 11.6 11.8 114 118 119 137 138 147 16.6 1789 1840 1841 1858 1865 187 1899 1902 1905 1930s 1941 1943 1944 1i 1r 2,7 2.20 2.28 2.3 2.83 202 2050 20s 214 24.1 242 25.6 251 269 27.2 28.0 285 29.6 3.18 3.43 30pm 35.6 359 360 38,39 3bnc 4.40 4.6 40000 450 45th 5.3 50000 51.4 5145 5a 5c 60s 65b 7.25 7.5 8,9 8.3 8.4 8.5comments 88.6 91.2 ablat abolitionist abort abraham accent accredit adel adenovir ador ain't aka alarm alaska alexandr allegedli allison amelior annoi antenna antithrombot apa apolog apprentic arthralgia arumugam ascrib aston astronaut astronomi athym attest austria authent aviv awkward ax backdrop backstag baidu balb ballad bao barrett bc be bean beg belgian betacoronaviru bifurc biodivers bizarr blood39 blown blur bocus boe bolster booth boyd bradlei brc brca1δ11 breach brewer brexit bristol brit britannica bucklei bulli businessmen bustl cafeteria cake calgari callback campanula campion campus cancers21 canon canva cao carei carl carrier carv casei casual cater catherin cathet cd11c cd24low cd3 cd44 cd44high cd45 ce chad changemak chatgpt chemotact chevrolet chew chimer choir clariti clement clever clonal cmv cn cnv cocain cognat coin colin collegi comed commut complianc conceiv condol consol contenti conting correctli cosmet costli couch covet cox crane crest css curb cutoff cxcl10 cylind d23 dame data10 databrick deciph deck deepen degener denomin denot der dessert destabil diari dii dio discord dissoci dorpat downplai dread drinker drought drown drunk dump duodenum dwarf e2 eager easiest eaten eco economist ecosystem ectodomain elena elispot elliott elton elvi embodi emiss empow encumb eng engler enlist enslav erad erik erk1 exceedingli expenditur expir explicit exud fax feather ferrou fest fibrin fibronectin fifteen finnish firework fiscal flare flee flickr fluctuat fm forefront frail freetown frontlin frontman g502 gag galaxi gamer garbag gbd genbank geo geolog germ germin gestur glove gnotobiot goldberg goodby gothic government gp grad gradient gram grammar grappl grass greec gregg groov gulf guru h3k27ac haifeng ham hamilton hampshir hardcor harington hark harold hatch haunt hawk header healei heighten hek293t helsinki hfh4 hike hilton holli hook horribl humour hydroxychloroquin ia ideolog iggi illumina illus imageri immunosorb imped imprint incent incomplet indefinit indianapoli ineffect infanc infinit infrar inpati instinct institution insult intelliconnect intellidimens intelliview intercept intodai invalu iranian irradiation12 ischaem ishar itun jacket jam2 jaw jeremi jerusalem jo jodi joel johnston jointli json jurisdict jurist katherin kathleen keeper kellei kenneth khan kindli kyle l455y lanc laptop laser leicest lengthen lentivir lentivirus lessen linger lionel log2 lopez luci ly49h m1 madonna mansion marilyn matern math mayim mcherri mci medicaid megan mel melissa mend menon merchandis meter metr meyer miapaca2 milan milk mill milwauke mimick minamino mlv mono monogen mood morphogenesi morri mss muc1 muc3 mum myalgia mystic nake nanoluciferas nba ncaa ndi1 necroptosis20 nerv neurip neurodevelopment niaid nightmar nih nineteenth nitr nitrat nluc nonfict nonshar nonwhit nsf nyc o'brien offshor og oklahoma omic omit omnibu onboard onion ontolog osaka outdat overestim overhaul overli overnight oversight overturn paddl painter palett panama panc28 panda pant par parliamentari pavilion pcdh10 pcdhb5 peabodi pgk phenomen philanthropist photometri pile pioglitazon pleasant plug poet polym pope portal portray pragmat preach prejudic prep previously17 priest promoter10 promoter11 promoters9 propel propion psa ptsd q76 quarterback queensland reassur recap recycl redempt reev regiment rehab rehabilit relai releg relianc relmβ remembr repeatedli replica repressor repris reset residenti resistance18 rev revel revolutionari rican richardson richmond rider ridg ritual rod rollout ronald rope ruthenium s10 s1d s4h sacr salut sarraf satisfact saturn scalabl scandinavian scare scholarli screenwrit screw scrutini sebastian sedentari seeker selena sen seo ser sera serolog seroneg seth shatter shaw shelv shooter shotgun sidelin silva simplic sin sivmac sixteen slai slam slice sloan sm sneak sociodemograph sock sonic spacecraft spearhead spearman spillov splenic sprai sprawl stalk statut steric steril sticker stochast stratum streak striker stupid su subgenom submerg substant subtl succumb sundanc sung supercomput superintend supernat supervisor surreal surrog swiftli swirl swiss syncyti synopsi tampa tartu tattoo taxonom tcpink1 teas tens testifi th2 thinker thomson threefold thrown thrust till tobi toggl toi tori tottenham tourism trash travi triniti trl tropism tuck tuition tumors4 turmoil turner twelv twig twilight ucp1 uh ukpd uncategor uncomfort uncondit unconsci underr undifferenti undoubtedli unexplain unexplor unifi uninfect unsuccess unvaccin upsid uranu usher utr utterli v2 valentin vancouv vectors8 vero vertebr victorian vii visa viscou vivid void vow wa1 wage warranti weekdai welfar weslei whichev wick widen width winslet wireless wisdom wizard woo workforc wow xi xue yard yu zip zoe zoonot zurich
5 0.08 0.14 0.23 0.92 00z 09t 1.02 1.11 1.14 1.44 1.8 10,20 1200 128 129 13000 139 13b 14.6 154 1700 18,19 18.9 1800s 1824 1830 1837 1843 1859 1880s 1886 1888 189 1893 18t 19.6 1911 1912 1915 1920 1922 1927 1931 1942 1l 2.93 2024 2030 206 21.1 2100 222 223 230 243 25000 250000 257 26th 29.2 3,4,6 30000 320 474 5,36 508 50s 5p 6.2 6.9 60.4 6000 6216 6b 6d 7.6 7000 737 74,77,78 77.9 7th 8.7 859 879 92.6 95.6 a1 a2a abl2 abram aclf acquaint admin adolesc adriana advent aforement afterward afucosyl airbnb airlin akismet albuquerqu alexandra allei amass ambigu ambush amc amus anaerob antonio antwerp aol apico append appetit ariana artilleri ascit assassin assort asteroid asylum atg4 atla auction autobiographi autopsi avenu awaken backpack backup balloon bandlead bargain barrel bash basket bastard batch bath battalion bayesian beef belt bernard berri bialik bibliographi bibtex bicycl bieber biguanid bikini biograph biologist birthplac biweekli bladder bloodi blu bluetooth bo bot bradshaw brake brass breadth breaker breakout brew bride buck bucket buckingham buddi bulgaria bundl buoyant burial c12 cabin cameo campisi canal cann cannabi cannon cardboard cardin caregiv cargo carolin carolyn carson casino catenin cation caution centric cerebr charit checkpoint cherish cherri chess chic chromatographi ck clerk cliff coactiv coal cocteau codon cola collid colman columbu columnist combo compassion compli compliment concess congest contravers conven cop coppéet coron corpu coup courtnei cpu cra cramp crap cruz cuban curriculum cx3cr1gfp cxcl3 cxcl5 cxcl6 cyclophilin cytometr cytoplasm1 dairi daisi dakota dancer darker dbp ddit4 deaf dealer dealt decre defensin defi delic denounc dental despair deutsch dhillon diana dilemma dini dinosaur disagr disastr disband disco disgrac dispatch dodg doyl drag drastic drb1 drinking106 dsdna duah dublin duchess duchi duff duplex duplic durham dysplasia echelon eclips edmund eighti electromechan elementari emb emit emotion emphasis emul enact encapsul encephalopathi enterocyt entireti eon eosin epicent erect erk erler espn essenc estonia ethiopia etl evacu excitatori exemplari expo exquisit extant f1 f45 fa4 facial fahrenheit fanci fare fbi fcgbp fearless federalist feloni feminist fend fetal fieri finit flair flatter flavour fledg flock flown foe foldon footnot forbidden forese foul fourfold fr fragil frailti fraser fraud freak freddi freshli fring frog frost fryer ft fuller fume furnitur gammaproteobacteria garag garlic gastric gaza gem gerard gestat giavridi gibson gilbert glen gloriou glycolipid golan graft grandmoth granit greenland grief grill gym h1 h3 h3k4me1 h3n1 handbook handsom haploinsuffici harper hart haul haven hdr heather heatmap heck helicopt hematoxylin hemispher hepatocyt herb herd hesit highburi hillari hillier hindu holzland honesti honolulu horizont hostil hotspot housew hull hurri hypersecret idiot iga ihc illumin immin impedi impetu improvis inadequ inclin incorrect increment indict indisput indoor infantri inferior inflat instantli instructor int interdepend interplai interrupt intrahepat inventor invinc iowa ip ironi irregular irrit iss it'd ivori jakarta jamaica jefferson jenkin jensen jermain jisoo josephin js juan judiciari kaiser kamala kanki kaplan karen karl keanu kentucki klein km2 knox kondap kr krei krtolica kuter lachlan lamb3 lamc2 lament lamin lar lash laud laureat lavish layout lc3 ledet legion legitim leigh lennon lipodystrophi livestream longstand longstreet loom loosen loyal luc lucr lush m5 m9 macaques9 machineri makeup malfunct mall map3k7 marbl maren marketplac marque mart martha martial maximis mayer mccarthi mccormack mcdonald mcmv medicar meg megadeth meme mening merger mesh messeng metaphor methan methodist mice10 microwav mildr mileston mindhunt ministeri minu mississippi mitoneet moistur mold molli monarch mongolia monk monkey1 motorcycl movement1 muc17 mud multipass multipli mumbai munich murdoch mvp nanoparticl nascent nausea neatli necroptosis14 nefa negro neonat nep neprilysin neurophysiolog nevada newman newton nh nigra nineteen ninth nla nmc2019 nobel noncompet nonfat norwai nova novelist nowikovski nowto np nr nt nuclei née oak oakland oliveira omin omiss ommad onward orphan orthogon orthologu out outweigh overconsumpt overhead overtaken overutil overwhelmingli oxidas p300 palma panic paperback parenchym pariet parrinello partit patienc patricia pdk1 peanut peculiar pedigre pend penguin perenni periton perpetr perpetu phantom phenformin phenomena philipp philosoph phosphat physicist pier pingback pipe piti planetari plc plugin pluto poem ponder porn portrai postal postdoctor postgradu postpon powel pparγ1 pparγ2 prefront prerequisit prespecifi preston pretend prev previously9 primetim priori privileg proclaim profoundli properties4 proprietari prototyp protrud provenzano pub pubm punctuat purif purportedli quotat rag rag1 ralph rambl randi ranger rapamycin ration readmit reboot receipt reconstitut rectangl recurs redesign ref refseq refuge refurbish regim reload reloc renaiss resnick restrain reveng revolution rhodium richer rig riski rl roar roast robinson rohal ronni royalti rug rumour runwai rust s2c s3d s4a s65a saal safest salesman salin salli santiago scala schema scoop sculptur segal seizur sequences8 setback seventi sgmrna shade shaken shelf showbiz showdown shred signifi silent sinatra singh sire sirt1 siv sivsm ski skull slash slaughter slick slope socialist soda solidar soup soviet spawn specific6 specific8 speck sphere spice spill spini spline sponsorship sprint sql squadron stagger stair stan standout starter stefan stephani stern storytel strai strait strap striatum5 stripe stunt subtitl suburban subwai suck sucros sudan summertim supermarket supremaci surgeon svg swarms15 swear sympathet synergist t7 ta tab2 taiwanes tanya tasti taxonomi taxpay teammat tempt terra terribl terrif testimoni textbook thai thelma therapist thiol thirst thorough thr thrombocytopenia thromboembol timber tissular titular tlaib tocilizumab tooth township trafford transgener trefoil trent tress tricki trillion trim5cyp tubulin tunnel tweak typifi uae ucla unattach uncanni underneath underpin undertak undertaken underwai undiagnos unhcr uniti unload unnecessari unstabl unsubscrib uri uruguai uv v4 vacanc vacant vaccines10 vagu val vampir vanish vascular vegfa venic verg vic violin vip viscos visionari vladimir vlp vocalist volatil volcan volleybal wagon walli walsh wardrob watkin wealthiest weaver wellspr welt wheaton whisper whoever wholesal wield wildfir wildflow willebrand windsor witch withdrawn wiv1 woodstock woolwich workflow worn wrapp wrongli yahoo yang yuan zc45 zeppelin zxc21 ́s δ11 σ3
4 0.004 0.29 0.30 0.34 0.54 0.71 0.73 0.82 0.91 0.95 011 015 01t 1,2,3,6 1.03 1.23 1.24 1.26 1.28 1.40 1.73 1.87 10,17,18 100th 1057 11,37 11.1 1102 1114 12t 141 143 145 14t 150000 151 153 157 16000 16s 17.2 17.6 17.7 170 171 1767 1782 1786 1812 1828 1842 1844 1845 1853 1855 18591 1860 1863 1869 1871 188 1882 1890 1897 19.0 1901 1906 1909 195 1m 1α 2.19 2.24 2.68 20.1 20.6 2000s 2008.24 2020.1 2020b 20a 21.6 22,34 233 235 238 23rd 23t 241 244 249 24th 26t 27.1 27.6 270 27t 28.4 2800 29,47,49 3,17,18 3.09 3.1 3.4 30s 323 325 331 34.3 342 35.2 355 36,37 364 365 370 380 3i 3k 4.7 40.5 408 415 41800 42200 42400 435 441 454 47800 48100 48600 487 49100 4oht 5.1 5.6 52.3 53800 54000 54700 558 56000 573 5d 5f 6,29 6,7 6,8 600000 60th 62900 6c 6e 7.15 7.24 7.33 7.39 7.48 7.57 733 747 75.2 79.8 8.1 8000 85.0 866 8d 8pm 9,10 903 94.0 986 abbott aboard abramson abruptli abundantli accident accolad acet acetyl acetylcarnosin acronym adorn adp adulthood adulthood4 afc affymetrix afp afraid agp airplan akt ala alanin albion alloi alphabet altitud alto alum amalgam amber ambient ambival ambul ammonia amplicap anakinra analysis7 and andersen andrea angela annexin antarctica anterior antihypertens antiqu anton anytim apic applaus aqueou arbitrarili artefact asham assay9 ast asthma atm auditori austen autophosphoryl avers az azerbaijan aβ3 backbon backer backlash backward bailei bait ballet bangalor baroqu basilica basin batter battlefield bccl beautifulli befriend begm belfast belli benedict benni berg bioactiv biogenesi biolay biomechan biomed biosynthesi biotechnolog bipartisan biz bland blindfold bloomberg bolsonaro bomber boo borough bottleneck boulder brad bradi braun brawl brca breakup breathtak breyer brighton brookland bruis bst buff buoyanc burgess burk burst buse buzzfe byrn ca9 caa calibr canari canberra candi cannib carboplatin cardona cari carlo carn carniv carpent cassett catastroph catchphras cathedr cc25 ccl11 cd28 cellscript centenari centenni cerevisia cha changing4 channappanavar chap chapel chappel chatter chevron chi chung cigarett cincinnati circu citizenship clarif classroom claus clemson cleric clinch clipboard cloak clopidogrel clown co2 coalesc coca cofactor coleman collat collis colonel combinator comet commando commend commod commonplac communic compost computation conde conductor connector conrad conspicu contempl contextu coo cord corros cortex courtyard cov9 coval cove cow crackdown creatinin credenti crippl critiqu crosslei crossov crucibl cruelli crust crypt ctm cub cube cum curl curli currenc cuso4 custodi customiz cute cynthia cyru cys81 cystic cytometri cytosin d2rs dale dane darl dashboard dazzl db ddr ddt ddu deadpan decai deceas decidedli deepest def defunct deirdr delhi delux derail derbi described30 detach deterg devoid dhh dial dialog diamet diehard diffus dim ding dire disambigu discard discipl discographi discours disintegr disposit disprov div diva divert doll dom donna donnelli doom dope dorothi dorsolater dosag doug drake drank driscol dse dubai dude duffi dug duval dvt eagerli eapc earnest easton eateri echocardiograph edgar edgi edmonton egeblad ego egr1 eighteenth eileen eisenhow eldest electrocardiograph eli ell ellen elli ellipt elong emami emblem embryo emerson emigr emilia emin empathi encrypt endang enewspap enjoy enlighten entrepreneurship epa eponym equalis eradication3 eras erot erupt eusti evenli evolutionarili excav excus exhilar f486 faecalibacterium fallout falsifi fanat fanbas fb feng ferment ferrari ferri ferritin fertil feso4 fetch fide fidel filigre filipino fl flatten fled fleme flick foami folder footwear foremost fornito fortuit fourteenth fractur français frederiksen freeman freight frenzi friction friedman frosti fu fulham furnish further gaga gallagh ganglia6 garcia garrett gencodev6 gentl gentlemen genu geologist germlin ghent gibb gil ginger glomerata glycolysi gm gnome gourmet graem gran grandchildren grasp gratitud greenamyr grin groundbreak grung guo gustafson haa haaretz hacker haemoglobin haemorrhag halfwai hamburg hamlet hammer hampton handi handshak hanna hannah hanson haplotyp harbour harcourt hatr hayden hct116 heidi heir hemoglobin hernandez hiatt hickman higgin hillsid hoc hoffman holocaust homag homeostat homosexu hone hoop hopeless horrif horrifi hotspur hourli hugo humanitarian humans10 humans3 humili humphrei hung hungari hungri hurdl hwang hyde hydrat hygien hypomorph ibd22 ifc igg ignit ili im immor impeach imperfect inca incorrectli indiffer indispens indistinguish inescap inexpens infection11 inflict inguin inquiri insensit insubscrib intellect interconnect interferometri interleukin intertwin intragastr intriguingli intro ipd iphon irf1 irf9 iri iridium islet iso ivan ivi jab jamaican janet jar jare jasmin jerom jill jin jing joei johann joli jose judaism judd jude judith julian jungl justif juvenil jørgensen kagan kathryn katzrin kazakhstan kda keith kemp kenni kilogram kilometr kinda kink kirbi knife knive knot ko kristen kristin kroenk kumar l455 ladder lam lancet lanka lastli laughter lazi leather lebanon leisur leukemia lgbt lgbtq liam liberia lifelong lighter lightweight liken lili linda lindsai linek lingeri lipophil lister litig litr litter livestock liz ln lof logan lolo louisvil lu luncheon lure luther ly49 lysat macon maggi magnific mainstai malat malcolm malign maneuv mansfield marcel marijuana marion marit maritim marker28 marr marseil martinez mascot mason matchup matreyek matteo mattress mauric maya mcbride mccartnei mcinn meantim medit medlei meld meltdown memphi merkel metallica meth mh mia mice18 mildli millilit milo milton miser misguid missens mistaken mitogen mj mob modestli moham moist monica monom mont montana moribund morocco mph msnbc multisystem munit muse mut mutagenesi mutation48 mycobacterium myoglobin mythic narrowli nasdaq nasti nathaniel nav nb ncd ndep ne necess necessit ned neglect neon nerd netanyahu neuropathi neuropatholog neurosci newsstand nhl nichol nichola niec nielsen nile ninja nixon nj nl noah noma noncellular nonemt nonlinear nonneutr nontradit noon norri northeast northwest northwestern norton norwegian notch notebook notwithstand npr ns1 nsw nucleosom nyu nz oath obstacl odyssei offset okai olivi olli oncomplet onigiri onsit op optimist orbitofront organism organiz orientation2 osmium oswald ottawa ounc outcomes1 outright outsiz overdu overproduct overrid oversaw overtim ox p28 pa pac pacbio padua pal palestinian palladium pamp pandemic1 papua paradis parish parp parson passport pastor patti pave paypal pedro penal penn pension peril periodont perm persecut petersburg peterson petti pfefferbaum pharaoh phenyl philharmon philli phyla pi pi3k pickl picnic piedmont pierc pillar pittsburgh plaintiff plasminogen pluck plum plung plymouth pneumocyt po pod podium poignant pointless policymak polo popularli porter português postnat postprandi potassium prediabet prescrib preseason preslei pristin proactiv probat processor profan progressor prophet prosecut proteobacteria proteom protom provoc puig pulitz puls purg q10 quarri quartet quentin quip raf raft raid ramon ransohoff rao rbm rd rdf recalcul reconcil recount reductas redund reg regroup reimburs rejuven remast remedi rene reno reorgan reprogram reptil republish restraint resurrect rf riccardo riedmaier rightward rigid rihanna rip315 risen rite rivalri riverbank roch rodriguez rosa roseburia rossi rosé rotari rote roundup rum rump runtim rutger ruthless s14 s17 s1b s1g s325 s3c s7c s7d s9 saccharomyc sack saddl safer sag saga salem salsa saltwat salukia salvat sane sarbecoviru sarbecovirus sasha sasr savag scam scari scfa schett schmidt scoreboard scorses scrape seamlessli semiconductor semifin sensibl ser325 sergei sermon seventeen seventeenth shack shallow shawn sheikh sheldon shepherd sherer shi shiver shopper shower showman signup sihotair silk singlequot singular sinusoid situations30 skeleton slipperi slogan smartest smear smoothli smrt snapchat snoop snyder soak soap soetoro sofa solidifi sophi sophomor soprano sounder southwestern spa spaghetti sparrow spectra spielberg spiral spit spite spoil spooki sq stalwart stamp standalon standpoint starbuck startl statur staunch steep steer stereo sternlicht steward stimuli31 stipend stm stolen striatonigr striatopallid strictli strikingli stroma strung studies4 stylist styliz subarachnoid submarin subsid subsidi subspeci substantia substantial9 sue sulfur sunk sunlight sunris supercharg superhero supremacist surrei susten svz swai swallow swap sweat swollen sympathi synchron synerg synovi synthet t323 tab takeov taunton tee telephon templ tenant tensor terminolog tetrahydropyridin tg thalam thatcher theodor theologi theorem thermogenesi thp thr323 thrombi throng thump tiffani tiger timefram tin tina tint toilet toothbrush tote towel toxin tr tracker trackpad traf611 trailblaz transpos treatment47 trek trial3 trial4 trivial trout truncat trunk truste tsinghua tt tube tudor ua ubiquit uganda ultraconserv um uncharacter uncommon undergrad underrepres undertook underwood unforgett unger unhappi unmodifi unoccupi unresolv unrest untitl unto unwant unweight upbring uphold upload urgenc usb usda utah uw vanessa vapor varic vastli vc vegan vegetarian vein velvet verif viabil viacom vicki vietnam virion vo vodka voucher voyag vpr waist wallac walnut waltz wanna warfar warmer waterloo wax weakli weav webcast webpag webster weed wei wellington wheelchair whig who've wildli willing wimbledon wive woe wong xiv y'all y449 y505 ya yazoo yorker yoshida yrad52 zachari zeb225 zebrafish zhou zombi ə русский українська מי ️
3 0.04 0.12 0.22 0.248 0.4 0.428 0.52 0.631 0.65 0.66 0.67 0.77 0.79 0.80 0.832 0.853 0.86 0.88 0.928 0000 020 02t 03t 049 06t 07t 1.1 1.10 1.15 1.25 1.52 1.58 1.62 1.78 1.79 1.81 1.83 1.86 1.99 1012 1014 10k 1100 1116 11b 12.0 12.3 121 124 12b 13.0 1300 133 134 136 14.0 142 1450 148 149 1492 15.3 1500s 1515 152 1532 15t 163 164 166 17,19,28 17,28 17,28,33 17.3 175b 1791 18.0 1803 1806 1819 1820 1821 183 1830s 1852 1856 186 1861 1862 1866 1883 1884 1887 1895 1896 1907 191 1920s 1923 19t 1g 1gfp 2,5,7 2.35 2.38 2.41 2.75 2.88 20.0 20.9 200000 2007a 2019n 205 20t 21.72 210 213 21t 21xcx 22.9 2251 228 229 23.8 24.6 24hrs 25.2 26.8 267 27040 27th 287 28831 29279 293 29943 29t 2h 2pm 2x 3.02 3.04 3.08 3.26 3.27 3.41 3.55 3.83 30.8 310 317 3200 328 32nd 333 33rd 3430 356 36.0 36.5 37.4 37000 373 377 37a 37th 381 388 389 3cr 3ntyr 4,5 4.3 40.3 405 40s 40th 41.0 41.7 41st 42.2 422 426 42nd 43.5 44.2 45.2 4500 455 46th 49.2 4s 5.2 5.4 5.7 5.8 501 51.2 516 517 525 53.8 532 5357 53864 54.9 540b 550 5500 55th 560 5779 590 599 5h 6.5 6.7 623 624 643 6500 658 660 664 682 685 7,8 7.8 70.5 703 70b 734 745 75.4 750 7551 76.3 76th 77.3 777 79.4 7pm 8.6 8.8 80,82 83.0 84.2 850 9.2 9.3 922 925 93.6 93725000 94725000 956 957 96.5 96.9 987 abba abdollahi abid abolition absurd acceptor acm acreag acuiti acumen adb adblock addgen adenocarcinoma29 adenosin adenovector adhd adiponectin adjuv adler ae aerob aerodrom afar afloat agarw agil agonist aids3 akira alain alameda alamo ald alek alexandria alicia alma alot altar altic aluminum amazingli ambro amo ana anarchi anchorag andr anesthet ang angelina anglican anglo angu anguish ant antarct anteced antelop anthrax anthropolog antoin anu anxiou apiec apocalyps apollo apparel appel applaud applebi aptt arbitrari arcad archer arctic aria aristocrat arkansa armenia armor armpit armstrong aros asd2 ashburton ashton aster astound astronom athen atherogenesi auc authorit autochthon auxiliari avatar aveng avi awak awhil axel axl azteca b12 ba backstori badger baffl bafta bagel bahama bakeri balconi ballard ballroom bangladesh banker bankrupt bankruptci banquet barber barker barrack baum bbcnew bcp beatric beckham bedford beethoven beforehand beginn behold bekuh belaru beleagu benoit bent bequeath berikon berni bernstein besieg betarbet beth bethani bewk beyonc beyoncé bi biblic bilingu bioenerget bioproject bioscienc biraci bivari blair blanchett blanco blaum bled blew bliss bloch bloke bloodsh bluish blunder blurt blvd bm48 bodili bombard bombshel bona bookmark boombayah bora boulevard bounti bournemouth boycott boyden boyfriend braak bracket brasiliensi braveri brdu bremgarten brent breviti breweri brisban broaden brodi bromwich bronchiol bronchiti bryant bs buddha buena bueno buick builder bulb bullshit buren burgeon burger burlington burnlei burton buster butano butt butter butterfield butyr buyagift bxn byproduct caballero cabili cadillac calhoun calib callum cam cambodia camden camel cameroon camino can cancer19and candac candic cane cano capraro cara caravan cardi cardioprotect carlsen carnegi carousel carr castro catapult cataract catchi cate cathepsin cattl catwalk cavalri cave caveat cbc cbd cbsn cd36 cdc25a ceas cecil cello cells25 cells30 cells31 censorship ceram cerebellum certainti cervicaria champagn chandler changer chant chaotic charger charismat charlton chastain cheetah chet chiang chiefli chilli chimpanze chinchilla chlorin choral chr8 christin christina cigar cin cinemat cinematograph circular cisco cj clad clamp clan clarenc clarkson classmat claudia cleanli cleanup clergi clif climax clint clive closet clostridium clump cmd cna cnbc coagulopathi cobra cock cohen coke colbert collater cologn colorless columbian comb comcast commodor communist complac condé config congreg congruenc conservatori conspir constitution consummatori contagion contemporan contractor conundrum convincingli coolest coppola corbi coregul corei cori cormac corrao cosi cosmo costello costimulatori councillor counteract countess countless coventri cowork cozi cram crandal crate crazier creep crispi crnp crouch cruelti ct ctnt cto ctx cuoco cuomo curri curs cushion cutter cuyahoga cwc19 cxcr6gfp cyan cyclist cyp3a4 cytoskelet d'andrea daguerreotyp dam damon dandelion darken dartmouth darwin davison daylight ddb1 deadliest dearli deborah decept decod decompos decomposit defector defronzo defton deg dell delv demean demolish den3 denis destini detent devin dexter diagram dichotom dickson dictatorship difficil dingen discern disciplinari disclos disclosur disinform disproport disqu disqualifi disregard dissect dissert dist distort disulfid dixon dizzi dk dmso dnfb doac documented9 dogg dogma dolbi dolphin dominican dominion dominiqu donut dorset downton dragonstar drawback dreami drench drolet droplet drp1 drunken dryer dudlei dull duluth dusk dwayn dwell dye dylan dynamo dysdifferenti dystopian décor e6 earnhardt eastbound easter ebola ec eclect edm edwin eeri eguiluz egyptian ej eleanor eleph elizabethtown eman embassi embol embroil embryogenesi emerging24 emeri emeritu emi emil emiliano empress enchant encyclopaedia endeavour endgroup englishman enigmat enkirch enteroendocrin entourag entrap entrepreneuri epityp equilibrium eradikatorobscura erica erp esc escort eshbach esqu estadio esteem ethan eugeni euphoria euthan eva evangel exception excurs expel expertli expressli extension9 exterior extracorpor extravag extrins faan faanp fabian fabiano fabul fac factual fairi faithfulli falsehood fandom farmhous faust featherston feig feldman felic feminin ferric fertilis feud fgf fibreglass fibril fibrillar fibrinogen figurin fiji filho findings10 finer firebrand firstli fischer fisher fitzgerald flipboard flora flurri flush flux flyer fnla fog folket folli font foodstuff footstep forcedawn foreground fortress foxx fragranc fran franciscan frankfurt franki frantic franz fraught frautschi frcp fresco freshmen frédéric fuell fugit fullscreen fumbl funk fur furrow g2 g3 g7 gaggl gainesvil galatz gallon gallop gambia gamut gargl garri gaseou gastrul gay gblock gc gdf15 ge gee gencod generos geneva gentleman geoff geometr georgetown georgian gera getawai gg giess giggl gilligan gilmor gin git giver gl glamour glare glide gloss glow gluconeogenesi glut glut1 glycosidas gmc goaltend goddess godfrei goer golda goldman goodi goofi gorg gossip gould graffiti graini granddaught grandmast grandson granular grapevin grassland greed griswold gritti groom groovi groupon gse56192 gsea gwyneth gymnast h3n2 h7 haaretzcom hack hairi hallow hammerfalldominion handicapp hapless happier haptens17 hardcopi hardcov harden hardi hardwork hare harmon harmoni harsha hasbro hashanah havana hawaiian hawthorn haze hazi heartbroken heavenli hector helena helminth helpless hematopoiesi heme hemodynam henderson henrik henriqu heparin hereaft hereon herman hermann heroic hexagon heydai heyman hg18 hg19 hiatu hiccup hierarch highland hijack hindi hippi hirst hist hitler hiv2 hku3 hlt hm hno3 hobbi hollow holt homer homologu honda hondura honei honore hoodi hopkin horseback horticultur hotli hq hs2 hs578t htm html5 huang hug huijber hulton hulu humans46 hymn hype hypothalamu hysteria iba iba1 icc ici icymi idt iedea ieee ifnar ifollow ifram iftm1 ijcnlp il28a il28b il29 illustri imaginari imit immacul implicit implicitli impoverish improb impuls imput inaccess inadvert incap incumb indel infants12 infograph infotain infrequ injunct injustic inmat inn insect insolubl inspector insul intel inter intercontinent interf interst intratrach invari invasion1 iom ipsc ire12 iren irf3 irina irresist irrig irvin irx3ko islam itch itv jacksonvil jade jak1 jakic janeiro janson javier jbloomlab jd jealou jealousi jejunum jelli jena jerschow jfreechart jonah jorg jp jubile judgment juggl juici junker juxtapos kangaroo kany kappa karagiannid kardashian karlsruh katzenberg kauppila kayak ke kean keenan kernel kerri key khouri ki67 kickstart killswitch kingston kirkland kirsten kitzbichl klau knick koeth kosher krieger krone ku kurt kushner l2fc lag lago lahor lamar lan lancashir lander landri langlei lara lastminut lastnam latim laurel lazar lazear lea lecun ledg ledger lefrançais leftist lego leiden len lena lens leroi lesbian lesions4 leslei letterbox levels46 lg liaison liao lib librarian lightli lim lima lionsgat lipstick listenberg literaci livelihood livonia lnp loader lokugamag lol lonza loopi lopinavir loser lovesick lubric luckili lui luiz lund lust lymphat lynda lyndon lysin löwe mack mackenzi maclur macroautophagi macron mae mag magnu maha mak malta mammospher mammoth mandatori manga mangion manic manifesto manson mantl mappabl marco mariah maricopa marina mario marjori markl marlow marriott marsh maryam mastodon mathematician matrikon maul maven mayanot mcf10a mcgeer mckagan mcmv13 medalist meier meir melania mellon melvil melvin memoir menac mentorship merri mesmer messl mesut metaphys meteor mett mice28 microorgan midi midwest mighti migratori miguel milei milit milki millennium millisecond miniseri minneapoli mint miracl mire misclassif miseri misfortun misinform missi misunderstand mitch mite mla mm9 mmo mmp mn mobilis mod modernist modesti mohammad molar molest monik monochromat monomer monopoli montag montbéliard montojo moritz morrison mortar mosaic mose mosqu mossad motorsport mound mouthwash moyet msc msph mt muc5b mudd mueller multifunct multimillionair multin multiparamet multiplay mummi mup mushroom musi mustain mutagen mutation mv mx myelin myriad mytholog n16 naomi nascar nashvil nasrallah nast nat natali naushira nc nci nebraska nec nederland neglig neighbourhood nepal networks15 neurobiolog neurodegener neuroendocrin neuromorph newark newcom nhej nicer nigel nina nineti nippostrongylu nlm noel noir nokia nomad noncommerci noncommunic nonhomolog noninfecti nonlymphoid nonpermiss nonprotect nonrbd nonsens nonspecif nonstructur nontarget norman norwich nos2 notorieti notr noun novella novelti nowfor nuanc nucleocapsid nuditi nugget nurseri nurtur nut nypd o'clock o'sullivan obi oblig observatori octavia odoribact okinawa ol olfactori olson omaha omnivor onlook ont oop orion ornat ortolani osborn oti outburst outgo outlaw outlook outpost ovarian ovat oven overdos overnutrit overrun overs overtak p40 p45 p5313 p62 packard pairwis palatogenesi palo paltrow pam pamphlet pancrea pandya panoram papal parainfluenza parainfluenzavirus param paranorm parenthood parken pascal paso passov pastri patients39 patriarch paulu payer payn pbmc pearl peel pellegrino pencil penelop peninsula peptides24 perch perciv percutan perish perlmutt persever persona persuas peruvian pest petcon peterman petrol ph1n1 pharmd phasic phi phoeb php phylum pi3 pickup pinewood pinpoint pinterest pinto piper piss pixel placehold placid plainli playstat png poetic poisson pol poland polymer polysaccharid porcelain pore porkchop portugues postinfect postur pouch pr8 practis preclin predisposit prefectur prehn premetastat prenat prescript presymptomat primates10 printer println prjna203810 probabilist procur professorship propano prophesi protector protrus proudli provir provision prune ps pseudo pseudoobscura psoriat pspax2 pst psych psychedel psychometr pu puck puncta pup puppet puro purposefulli putin pyi q498h quadrupl quail quarterfin quartz que quickest quieter quintessenti quirki rabbit racer radial rafael raider raj ram rampant ranch rant rariti rashida rath rave raven readout realism reanalysi reap reappear rebrand rebuilt reced recenc reckon reclaim recogniz reconnaiss reconsid rector reddish redeem redon redondo reelect rees refineri refund regal reiss reissu reiter relentless relic remak remnant renegoti replacement40 resistin resurfac retel retract retrain retro reverend revit revu rewind rewritten rhetor rhone richi ricki rightli ripe rippl risc ritonavir riversid roadmap roberta rockefel rockwel rode rodríguez rom romanian română ronaldo roodsaz rosa26 roscosmo rosenth rosh rotaviru rothko rotterdam rowan rpgrip1l ru rubbish rubi rues2 rugbi runawai rupert ruptur ryugu s100a9 s11a s18 s1c s1h s2a s4f s4i s5f s6a s6c s6d s9c saad safeguard saif salmon salon samara samurai santo sara sarcopenia satir savvi scandinavia scarf scatterplot schoolchildren schuchat scotu scour scrambl scrutin scuteri seattletim sed seduct selfi semest semit sensori seoul sergio setopt setter settler sexi seydoux seymour sgt sh shabbat shackl shaggi shane shaper shareurl shark sharma shaun shear sheath shepard sheriff sherlock shipment shortboard shove showroom showrunn shtml shy siberian sict sieg silic silt silverwar simian simmon sip sirloin sites5 situ skarsgård skeptic skillset skirt slack slaver sleeper slideshow slovenčina smarter smoker sn snag snare snl snooker snowi snowstorm sober sobrieti sochi societ solitari solomon somat somerset sooner sorrow sovereign soyuz spangl sparc sparql speechless spicer spine spirali spizzo spoiler spong spotifi sprain sprout squeez ss ssa ssdna15 staffer stalder stall stanton stardom starh starz statehous stellar stephenson stevi stew stigma still sting stipul stockholm stoke stoker stool strawberri stricter stride stringer stronghold stud studies11 studies115 studies14 studies21 studies25 stuf stuttgart subconsci suburb subventricular subvert suitcas sulfatid sunni sunset superb superbl superconduct superoxid surmis surreptiti suspici svenska swan sweeten swept swung syd symbiot symmetr synergi synthpop szklarczyk søren sδct t20 tab1 tabloid tabul taint takahashi takeoff talmud talon tamara tan tangl tanzania tapper tarnish tasmania tass tate taxon tb techno tempest tenderloin teresa terrorist tessa tetrachloroaur texan textual tff thanksgiv theresa thermogen thermomet theron thicket thirteenth thorn thoroughli throat thurgood thy thyroid ticagrelor tickl timeless timer tingha tiếng tlr tlr4 tmao tod toledo tomb topographi torch torn touchdown toulous townsend toxicolog trackback traction traditionalist trainer tram tramp transatlant transpar tread treehous trevor triangl triangular tribun trichinella trilogi trim trimethyl trimethylamin tristan trivia trope troponint trove tub tue tumbl tumblr tumors20 tumultu turbul turkish tutor twentieth twenty20 twofold typo tyre türkçe u19 uber ubiquinon ucl ucph ultraviolet umbrella unansw unbeliev unblock unclaim uncoat unconstitution undernutrit unemploy unesco unfamiliar unfavor unflinch unfraction unintention univari unlink unmut unnecessarili unravel unrecogniz unreli unruli unsaf unseen unsolicit unstructur unsupervis unwil upland uplift upris uproar upscal upstag upstat uptown urbana usabl usat usurp ut utero utmost utrdb utter v61 va vacuum vale valenc valeri valv vanguard vaniti vaughan vectors11 vener venezuela ventral vera verb verbal vern vers vet veterinarian vienna viewership vigil villain vine vinson vintag virus13 vista vita việt vogu vomit vr vy wade wakefield wal wallet walt walton warden warp watanab watcher watercolor webcam webcrawl webinar wellcom wenbo wendel wentworth werb wesleyan westminst wherein whittak whop willem willi williamsburg windi winston wipe wither witti wk wolverhampton womb woodland wore workabl wozniak wr wrapper wreck xavier xbp13 xr yan yearli yell yelp ygex youngster zoologi zoom zost à ˈ ελληνικά χ3x български српски עברית עדן العربية فارسی मराठी हिन्दी 中文 基于`,
  },
};
