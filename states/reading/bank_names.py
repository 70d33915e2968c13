"""Well-known issuers of payment cards, country by country, each spelling as people write it. Names only."""

from collections.abc import Mapping

ISSUERS: Mapping[str, str] = {
    "everywhere": (
        "Revolut|Wise|TransferWise|N26|Monese|bunq|Curve|Crypto.com|Binance|Bitpanda|Nexo|Wirex|Paysera"
        "|Payoneer|Skrill|Neteller|PayPal|Advcash|ecoPayz|Payeer"
        "|American Express|Amex|Diners Club|Citi|Citibank|HSBC|Barclays|Santander|Standard Chartered"
        "|BNP Paribas|Deutsche Bank|UniCredit|ING|ING Bank|UBS|Credit Suisse"
        "|Société Générale|Intesa Sanpaolo|Raiffeisen|Raiffeisen Bank|Raiffeisenbank|Apple Card"
        "|Google Pay Card|Coinbase|Plutus|Zen|ZEN.com|Vivid|Vivid Money|Trastra|iCard|Blackcatcard"
        "|Airwallex|Nium|Paysafe|Prepaid Financial Services|Mistertango|Epayments|Cryptopay|Bitwala|Nuri|Juni"
        "|Qonto|Lydia|Western Union|Mogo|Genome|SpectroCoin|Bankera|Globalreach"
        "|Moorwand|Transact Payments|Contis|Wirecard|PFS|Leupay|MyChoice|Bitpay|Uphold|Ledger|Baanx"
        "|Gnosis Pay|Holyheld|Argent|Jeton|Papara|Rapyd"
    ),
    "GB": (
        "Barclays Bank|Barclaycard|Lloyds|Lloyds Bank|Lloyds TSB|NatWest|National Westminster Bank"
        "|Royal Bank of Scotland|RBS|Bank of England|Bank of Scotland|Halifax|TSB|TSB Bank"
        "|Nationwide|Nationwide Building Society|Metro Bank|Virgin Money|Monzo|Starling|Starling Bank"
        "|First Direct|Co-operative Bank|The Co-operative Bank|Co-op Bank|Tesco Bank|Sainsbury's Bank"
        "|M&S Bank|Marks & Spencer Bank|Marks and Spencer|John Lewis|Yorkshire Bank|Clydesdale Bank"
        "|Ulster Bank|Danske Bank|Santander UK|HSBC UK|Coutts|Coutts & Co|C. Hoare & Co|Atom Bank|Tide"
        "|Chase UK|Kroo|Zopa|Zopa Bank|Capital One|Vanquis|Aqua|MBNA|NewDay|Tandem|Al Rayan Bank|Cashplus"
        "|Allica Bank|OakNorth|Aldermore|Shawbrook|Paragon Bank|Skipton|Skipton Building Society"
        "|Yorkshire Building Society|Leeds Building Society|Coventry Building Society"
        "|Cumberland Building Society|Investec|Handelsbanken UK|Weatherbys|Pockit|Thinkmoney|Anna Money"
        "|Cahoot|Smile"
        "|Bank of Ireland UK|Post Office Money|Triodos|Triodos Bank|Marcus|Monument Bank|Suits Me|Creation"
        "|Ocean Finance|AA Credit Card|Argos Card|Very|Fluid|118 118 Money|Jaja|Yonder|Chip|Plum"
    ),
    "IE": (
        "Bank of Ireland|AIB|Allied Irish Banks|Allied Irish Bank|Permanent TSB|PTSB|Ulster Bank Ireland"
        "|KBC Ireland|An Post|An Post Money|EBS|Avant Money|Credit Union Ireland"
    ),
    "US": (
        "Chase|JPMorgan|J.P. Morgan|JP Morgan|JPMorgan Chase|Chase Bank|Bank of America|BofA|BoA|Wells Fargo"
        "|Wells Fargo Bank|Citibank NA|U.S. Bank|US Bank|PNC|PNC Bank|Truist|BB&T|SunTrust"
        "|TD Bank|Capital One Bank|Discover|Discover Bank|Goldman Sachs|Ally|Ally Bank|USAA|Navy Federal"
        "|Navy Federal Credit Union|Charles Schwab|Schwab|Fifth Third|Fifth Third Bank|5/3 Bank"
        "|KeyBank|Key Bank|Regions|Regions Bank|Citizens|Citizens Bank|M&T Bank|M&T|Huntington"
        "|Huntington Bank|Huntington National Bank|BMO Harris|BMO|Santander Bank|Comerica|Zions|Zions Bank"
        "|First Republic|Silicon Valley Bank|SVB|Synchrony|Synchrony Bank|Barclays US|Chime|Varo|SoFi|Current"
        "|Green Dot|NetSpend|Bancorp|The Bancorp|Cash App|Venmo|Square|Robinhood|Aspiration"
        "|Simple|Marcus by Goldman Sachs|First Citizens|First Citizens Bank|First National Bank|First Horizon"
        "|Frost Bank|Frost|Arvest|Arvest Bank|BOK Financial|Bank of Oklahoma|Bank of Hawaii"
        "|First Hawaiian Bank"
        "|American Savings Bank|Central Pacific Bank|East West Bank|Cathay Bank|Union Bank|MUFG Union Bank"
        "|Webster Bank|People's United Bank|Valley Bank|Valley National Bank|New York Community Bank"
        "|Flagstar|Flagstar Bank|Popular|Banco Popular|Popular Bank|Synovus|Synovus Bank|Associated Bank"
        "|Old National|Old National Bank|Umpqua|Umpqua Bank|Banner Bank|Washington Federal|WaFd|BECU|PenFed"
        "|Pentagon Federal Credit Union|Alliant|Alliant Credit Union|State Employees Credit Union|SECU"
        "|SchoolsFirst|Golden 1|Golden 1 Credit Union|First Tech|First Tech Federal Credit Union"
        "|America First Credit Union"
        "|Mountain America Credit Union|Suncoast Credit Union|Space Coast Credit Union|VyStar"
        "|VyStar Credit Union|Randolph-Brooks|RBFCU|Security Service Federal Credit Union"
        "|Digital Federal Credit Union|DCU|Patelco"
        "|Star One|Bethpage|Bethpage Federal Credit Union|Delta Community Credit Union"
        "|Lake Michigan Credit Union|Ent Credit Union|Wright-Patt Credit Union|Sutton Bank|MetaBank|Pathward"
        "|Evolve Bank|Evolve Bank & Trust"
        "|Stride Bank|Cross River|Cross River Bank|WebBank|Celtic Bank|Column|Lead Bank|Mercury|Brex|Ramp"
        "|Relay|Novo|Bluevine|Citizens Equity|Bank of the West|Compass|BBVA USA|BBVA Compass|IBC Bank"
        "|Texas Capital Bank"
        "|Prosperity Bank|Commerce Bank|UMB|UMB Bank|Hancock Whitney|Trustmark|BancorpSouth|Cadence Bank"
        "|Renasant|Pinnacle Bank|ServisFirst|First Bank|TCF|TCF Bank|Bremer|Great Western Bank|FirstBank|Elan"
        "|Elan Financial"
        "|Credit One|Credit One Bank|Merrick Bank|Premier Bankcard|First Premier|First Premier Bank"
        "|Mission Lane|Petal|Upgrade|Avant|Ollo|Bread Financial|Comenity|Comenity Bank|TIAA Bank|EverBank"
        "|Axos|Axos Bank|LendingClub"
        "|Radius Bank|CIT Bank|Sallie Mae|Quontic|Dime|Dime Bank|Apple Bank|Ridgewood Savings Bank"
        "|Emigrant Bank|Investors Bank|Columbia Bank|Provident Bank|Northwest Bank|S&T Bank"
        "|First Commonwealth|Fulton Bank|WSFS|Sandy Spring|Eagle Bank|Burke & Herbert|Burke and Herbert"
        "|Atlantic Union"
        "|Live Oak Bank|South State|SouthState Bank|Ameris|Ameris Bank|Seacoast|City National"
        "|City National Bank|Farmers & Merchants Bank|Farmers and Merchants Bank|Mechanics Bank|Tri Counties"
        "|Bank of Stockton|Northern Trust|State Street|BNY Mellon|Morgan Stanley|Merrill|Merrill Lynch"
        "|Fidelity|Vanguard|E*Trade|Bank of New York|First Interstate Bank|Glacier Bank"
        "|Idaho Central Credit Union"
    ),
    "CA": (
        "RBC|Royal Bank of Canada|TD|TD Canada Trust|Toronto-Dominion|Toronto Dominion Bank|Scotiabank|Scotia"
        "|Bank of Nova Scotia|BMO Bank of Montreal|Bank of Montreal|CIBC|Canadian Imperial Bank of Commerce"
        "|National Bank of Canada|Banque Nationale"
        "|Desjardins|Caisse Desjardins|Tangerine|Simplii|Simplii Financial|EQ Bank|Laurentian Bank|ATB"
        "|ATB Financial|Vancity|Coast Capital|Coast Capital Savings|Meridian|Meridian Credit Union|Alterna"
        "|Servus|Servus Credit Union|Wealthsimple|Koho|Neo Financial|PC Financial"
        "|President's Choice Financial|Canadian Tire Bank|Rogers Bank|MBNA Canada|Home Trust|HSBC Canada"
        "|Manulife Bank|Conexus|Affinity Credit Union|Capital One Canada|Brim|First West Credit Union"
        "|Canadian Western Bank|Stack"
    ),
    "DE": (
        "Sparkasse|Sparkasse KölnBonn|Berliner Sparkasse|Hamburger Sparkasse|Haspa|Stadtsparkasse München"
        "|Kreissparkasse|Kreissparkasse Köln|Frankfurter Sparkasse|Stadtsparkasse|Stadtsparkasse Düsseldorf"
        "|Ostsächsische Sparkasse Dresden|Nassauische Sparkasse|Naspa"
        "|Volksbank|Volksbanken|Berliner Volksbank|Volksbank Raiffeisenbank|VR Bank|VR-Bank|Commerzbank"
        "|Postbank|DKB|Deutsche Kreditbank|Comdirect|comdirect bank|ING-DiBa|ING DiBa|HypoVereinsbank|HVB"
        "|Targobank|Santander Consumer Bank|Norisbank|Consorsbank|Solarisbank|Solaris|Fidor|Fidor Bank"
        "|1822direkt|Sparda|Sparda-Bank|Sparda Bank"
        "|PSD Bank|GLS Bank|GLS|Ethikbank|Landesbank Berlin|LBB|Landesbank Baden-Württemberg|LBBW|BW-Bank"
        "|BW Bank|BayernLB|Helaba|Apobank|Deutsche Apotheker- und Ärztebank|Apotheker- und Ärztebank|Advanzia"
        "|Advanzia Bank|Hanseatic Bank|Barclays Deutschland|Barclaycard Deutschland|Tomorrow|Tomorrow Bank"
        "|C24|C24 Bank|Trade Republic|Wüstenrot|Oldenburgische Landesbank|OLB|Degussa Bank|Südwestbank"
        "|Merkur Bank|National-Bank|Bank für Sozialwirtschaft|Evangelische Bank|Kontist|Holvi|Penta|Finom"
        "|Openbank|flatex|Scalable Capital|Nuri|Bitwala|Payback|Miles & More|Amazon Visa LBB|DZ Bank"
        "|Umweltbank|Bethmann Bank|BBBank|BB Bank|Mainzer Volksbank|Frankfurter Volksbank|Münchner Bank"
        "|Dortmunder Volksbank|Hannoversche Volksbank|Kölner Bank|Aareal Bank|SWK Bank|SKG Bank"
        "|Deutsche Skatbank|Skatbank|Netbank|Bank of Scotland Deutschland|Klarna"
    ),
    "AT": (
        "Erste Bank|Erste|Erste Group|Raiffeisen Bank International"
        "|BAWAG|BAWAG PSK|easybank|Bank Austria|UniCredit Bank Austria|Raiffeisenbank Wien|RLB"
        "|Oberbank|BKS Bank|BTV|Hypo Tirol|Volksbank Wien|George|Dadat|Schelhammer|bank99|Anadi Bank|Hypo NOE"
        "|Hypo Vorarlberg|Steiermärkische Sparkasse|Kärntner Sparkasse|Marchfelder Bank|Denizbank AG"
        "|card complete|paylife"
    ),
    "CH": (
        "UBS Switzerland|PostFinance|Zürcher Kantonalbank|ZKB|Kantonalbank|Berner Kantonalbank|BEKB"
        "|Luzerner Kantonalbank|Basler Kantonalbank|St. Galler Kantonalbank|Banque Cantonale Vaudoise|BCV"
        "|Banque Cantonale de Genève|BCGE|Migros Bank|Bank Cler|Neon|Yapeal|Zak|Swissquote|Cembra"
        "|Cembra Money Bank|Cornèr Bank|Corner Bank|Cornercard|Viseca|Swisscard|Julius Bär|Julius Baer|Valiant"
        "|Valiant Bank|Alpian|Bonuscard|Pictet|Lombard Odier|Sygnum|SEBA|Raiffeisen Schweiz"
    ),
    "FR": (
        "BNP|BNP Paribas France|Hello bank|Hello bank!|Crédit Agricole|LCL|Le Crédit Lyonnais|Crédit Lyonnais"
        "|Crédit Mutuel|CIC|Crédit Industriel et Commercial|Caisse d'Épargne|Caisse d'Epargne"
        "|Banque Populaire|La Banque Postale|Banque Postale|Boursorama|Boursorama Banque|BoursoBank|Bourso"
        "|Fortuneo|Monabanq|Orange Bank|Nickel|Compte-Nickel|Ma French Bank|Axa Banque|Crédit du Nord"
        "|HSBC France|CCF|Crédit Coopératif|Banque Palatine|BRED|BRED Banque Populaire|Cofidis|Cetelem"
        "|Carrefour Banque|Floa|Floa Bank|Oney|Sofinco|Société Marseillaise de Crédit|SMC|SG|Crédit Foncier"
        "|Arkéa|Crédit Mutuel de Bretagne|Crédit Mutuel Arkéa|BforBank|Younited|Allianz Banque|Banque Chaix"
        "|Sumeria|Distingo|Helios|Green-Got|Shine|Pixpay|Kard|Banque Courtois|Banque de Savoie|Neuflize OBC"
    ),
    "BE": (
        "KBC|KBC Bank|Belfius|BNP Paribas Fortis|Fortis|ING Belgium|ING België|Argenta|Crelan|AXA Bank"
        "|AXA Bank Belgium|Beobank|Keytrade|Keytrade Bank|Hello bank Belgium|bpost bank|bpost banque|Nagelmackers"
        "|vdk bank|Triodos België|CBC|CBC Banque|Europabank|Aion|Aion Bank|Deutsche Bank Belgium|Record Bank"
        "|Buy Way"
    ),
    "NL": (
        "ABN AMRO|ABN|Rabobank|Rabo|ING Nederland|SNS|SNS Bank|ASN|ASN Bank|RegioBank|Knab|Triodos Nederland"
        "|Van Lanschot|ICS|International Card Services|Moneyou|NIBC|Brand New Day|Openbank Nederland|Bunq"
        "|De Volksbank|KNAB|NN Bank|LeasePlan Bank|Argenta Nederland|Handelsbanken Nederland"
    ),
    "LU": (
        "BCEE|Spuerkeess|BGL|BGL BNP Paribas|BIL|Banque Internationale à Luxembourg|Post Luxembourg"
        "|POST Finance Luxembourg|Banque de Luxembourg|ING Luxembourg|Banque et Caisse d'Épargne de l'État"
        "|Advanzia Luxembourg|Quintet|Swissquote Luxembourg"
    ),
    "ES": (
        "BBVA|Banco Santander|CaixaBank|La Caixa|Bankia|Banco Sabadell|Sabadell|Bankinter|Unicaja"
        "|Unicaja Banco|Kutxabank|Ibercaja|Abanca|Openbank España|EVO|EVO Banco|ING España|ING Direct"
        "|Banco Popular Español|Banco Popular|Cajamar|Caja Rural|Liberbank|Laboral Kutxa|Caja Laboral|Imagin"
        "|imaginBank|Banca March|Deutsche Bank España|Wizink|WiZink Bank|Bnext|Rebellion|Caja de Ingenieros"
        "|Arquia|Arquia Banca|Banco Mediolanum|MyInvestor|Targobank España|Pibank|Banco Pichincha España"
        "|Eurocaja Rural|Caja Madrid|Bancaja|Novagalicia|Catalunya Caixa|Banco Pastor|Barclays España"
        "|Correos Prepago|Cetelem España|Self Bank|Singular Bank|Renta 4|Andbank|Verse|Triodos España"
        "|Caja España|Caja Duero|BMN|CAM|Orange Bank España|Carrefour Pass"
    ),
    "PT": (
        "Caixa Geral de Depósitos|CGD|Caixa|Millennium BCP|Millennium|BCP|Novo Banco|Novobanco|BPI|Banco BPI"
        "|Santander Totta|Montepio|Banco Montepio|Crédito Agrícola|ActivoBank|Activo Bank|Moey|Bankinter Portugal"
        "|Banco CTT|BIG|Banco Best|Best|EuroBic|Cofidis Portugal|Universo|Unibanco|WiZink Portugal|BNI"
        "|Banco Invest|ABANCA Portugal|Banco Atlântico Europa|Banif|Cetelem Portugal|Caixa Agrícola"
        "|Banco Espírito Santo|BES|Openbank Portugal|Oney Portugal"
    ),
    "IT": (
        "Intesa|Intesa San Paolo|Banca Intesa|UniCredit Banca|Banco BPM|BPM|Banca Popolare di Milano|BPER"
        "|BPER Banca|Monte dei Paschi|Monte dei Paschi di Siena|MPS|BNL|Banca Nazionale del Lavoro|UBI"
        "|UBI Banca|Poste Italiane|PostePay|Postepay|BancoPosta|Fineco|FinecoBank|Mediolanum|Banca Mediolanum"
        "|Hype|Widiba|CheBanca|CheBanca!|ING Italia|Crédit Agricole Italia|Cariparma|Credem|Credito Emiliano"
        "|Banca Sella|Sella|Illimity|Buddybank|Nexi|CartaSì|Tinaba|Isybank|Banca Popolare di Sondrio"
        "|Popolare di Sondrio|Banca Popolare di Bari|Banca Carige|Carige|Credito Valtellinese|Creval"
        "|Banca Generali|Findomestic|Compass Banca|Banco di Sardegna|Banco di Napoli|BCC|Credito Cooperativo"
        "|Banca di Credito Cooperativo|Banca Etica|Banca Ifis|Mediobanca|Satispay|Deutsche Bank Italia"
        "|Banco Desio|Banca di Asti|Cassa di Risparmio|Cassa Centrale|Volksbank Alto Adige"
        "|Südtiroler Volksbank|Sparkasse Bolzano|Banca Sistema|Lottomatica|Flowe|YAP|BBVA Italia|Agos|Webank"
        "|Banco di Sicilia|Cassa di Risparmio di Bolzano|Banca Aidexa|Guber"
    ),
    "PL": (
        "PKO|PKO BP|PKO Bank Polski|Bank PKO|Bank Pekao|Pekao|Pekao SA|Bank Polska Kasa Opieki|mBank"
        "|ING Bank Śląski|ING Bank Slaski|Santander Bank Polska|Santander Polska|BZ WBK|Bank Millennium|Alior"
        "|Alior Bank|BNP Paribas Polska|BNP Paribas Bank Polska|Getin|Getin Bank|Getin Noble Bank|VeloBank"
        "|Velo Bank|Credit Agricole Bank Polska|Credit Agricole Polska|Nest Bank|Nest|Citi Handlowy"
        "|Bank Handlowy|BOŚ|BOŚ Bank|Bank Ochrony Środowiska|Bank Pocztowy|Plus Bank|Eurobank"
        "|T-Mobile Usługi Bankowe|Idea Bank|Toyota Bank|Bank Spółdzielczy|SGB|BPS|Inteligo|Raiffeisen Polbank"
        "|Polbank|Deutsche Bank Polska|Orange Finanse|SKOK|SKOK Stefczyka|Kasa Stefczyka|Volkswagen Bank"
        "|Allegro Pay|ZEN Polska|Bank Zachodni WBK|Multibank|Lukas Bank|Kredyt Bank|Nordea Polska|Aion Polska"
        "|Bank BPH|BPH|Meritum Bank"
    ),
    "CZ": (
        "Česká spořitelna|Ceska sporitelna|ČSOB|CSOB|Komerční banka|Komercni banka|KB|Raiffeisenbank CZ|Moneta"
        "|Moneta Money Bank|GE Money Bank|Fio|Fio banka|Air Bank|Airbank|mBank CZ|UniCredit Bank CZ|Equa bank"
        "|Sberbank CZ|Trinity Bank|Banka CREDITAS|Creditas|Hello bank CZ|Zuno|Max banka|J&T Banka|J & T Banka"
        "|Poštovní spořitelna|Partners Banka|Era|Expobank|PPF banka|Hypoteční banka|Twisto"
    ),
    "SK": (
        "Slovenská sporiteľňa|Slovenska sporitelna|SLSP|Tatra banka|Tatrabanka|VÚB|VUB|VÚB banka|VUB banka"
        "|ČSOB SK|Prima banka|365.bank|365 bank|Poštová banka|Postova banka|mBank SK|OTP Banka Slovensko"
        "|UniCredit SK|Fio banka SK|J&T Banka SK|Privatbanka|BKS SK|Wüstenrot SK|Raiffeisen banka SK"
    ),
    "HU": (
        "OTP|OTP Bank|K&H|K&H Bank|Erste Bank Hungary|CIB|CIB Bank|MKB|MKB Bank|MBH|MBH Bank|Budapest Bank"
        "|Takarékbank|Takarek|Raiffeisen Hungary|UniCredit Hungary|Gránit Bank|Granit Bank|Sberbank Hungary"
        "|Magnet Bank|FHB|Cofidis Hungary|Oberbank Hungary|Polgári Bank|AXA Bank Hungary"
    ),
    "RO": (
        "Banca Transilvania|BT|BCR|Banca Comercială Română|BRD|BRD Groupe Société Générale|ING Romania"
        "|Raiffeisen Romania|UniCredit Romania|CEC|CEC Bank|Alpha Bank Romania|OTP Bank Romania"
        "|Garanti BBVA Romania|First Bank Romania|Libra|Libra Internet Bank|Patria Bank|Bancpost"
        "|Idea Bank Romania|Credit Europe Bank|Banca Românească|Piraeus Bank Romania|Vista Bank|Exim Banca"
        "|Salt Bank|Intesa Romania|Leumi Romania|Marfin Bank|tbi bank|TBI|ProCredit|Orange Money"
        "|Volksbank Romania|Porsche Bank"
    ),
    "BG": (
        "UBB|ОББ|DSK|DSK Bank|Банка ДСК|ДСК|First Investment Bank|Fibank|Първа инвестиционна банка|Пощенска банка"
        "|Postbank Bulgaria|Eurobank Bulgaria|UniCredit Bulbank|Bulbank|Уникредит Булбанк|Булбанк|CCB"
        "|Central Cooperative Bank|ЦКБ|Raiffeisenbank Bulgaria|Райфайзенбанк|KBC Bulgaria|Expressbank"
        "|Societe Generale Expressbank|Allianz Bank Bulgaria|Investbank|ProCredit Bulgaria|TBI Bank Bulgaria"
        "|Municipal Bank|Общинска банка|Texim Bank|Bulgarian American Credit Bank|BACB|MyFin|Paynetics"
        "|iCard Bulgaria|D Commerce Bank|International Asset Bank|Tokuda Bank|Phyre"
    ),
    "GR": (
        "Alpha Bank|National Bank of Greece|NBG|Eurobank Ergasias|Eurobank Greece|Piraeus Bank|Piraeus"
        "|Attica Bank|Viva Wallet|Viva|Εθνική Τράπεζα|Εθνική|Τράπεζα Πειραιώς|Πειραιώς|Άλφα|Alpha|Eurobank"
        "|Optima Bank|Cooperative Bank of Chania|Pancreta Bank|HSBC Greece|Geniki Bank|Hellenic Postbank"
        "|Emporiki Bank|Winbank"
    ),
    "CY": (
        "Bank of Cyprus|Hellenic Bank|Astrobank|Eurobank Cyprus|Alpha Bank Cyprus|RCB|RCB Bank|Ancoria Bank"
        "|Piraeus Cyprus|Laiki|cdb bank|Housing Finance Corporation|Cyprus Popular Bank|JCC"
        "|Cooperative Central Bank"
    ),
    "HR": (
        "Zagrebačka banka|Zagrebacka banka|Zaba|PBZ|Privredna banka Zagreb|Erste Hrvatska|Raiffeisen Hrvatska|RBA"
        "|OTP banka|OTP Hrvatska|HPB|Hrvatska poštanska banka|Addiko|Addiko Bank|Sberbank Hrvatska|Aircash"
        "|Istarska kreditna banka|IKB|Podravska banka|Agram banka|Karlovačka banka|Splitska banka|KentBank"
        "|Nova hrvatska banka|Slatinska banka|J&T banka Hrvatska|Partner banka"
    ),
    "SI": (
        "NLB|Nova Ljubljanska banka|NKBM|Nova KBM|SKB|SKB banka|Abanka|Delavska hranilnica|Gorenjska banka"
        "|Sparkasse Slovenija|Intesa Sanpaolo Slovenija|Banka Koper|UniCredit Slovenija|Addiko Slovenija"
        "|OTP banka Slovenija|Sberbank Slovenija|Hranilnica Lon|LON|BKS banka|Deželna banka Slovenije"
    ),
    "RS": (
        "Banca Intesa Beograd|Komercijalna banka|Raiffeisen Srbija|OTP Srbija|Vojvođanska banka|AIK banka|AIK"
        "|Poštanska štedionica|Banka Poštanska štedionica|UniCredit Srbija|Erste Srbija|Eurobank Direktna"
        "|Direktna banka|Addiko Srbija|ProCredit Srbija|Halkbank Srbija|Sberbank Srbija|Mobi Banka"
        "|NLB Komercijalna|NLB Komercijalna banka|3 Banka|Yettel Bank|Societe Generale Srbija"
        "|Crédit Agricole Srbija|Alta banka|Srpska banka|API Bank"
    ),
    "BA": (
        "Raiffeisen BiH|UniCredit Mostar|NLB BiH|ASA Banka|Sparkasse BiH|Addiko BiH|BBI Banka"
        "|Bosna Bank International|Nova banka|Intesa Sanpaolo BiH|Ziraat BiH|Privredna banka Sarajevo|Union banka"
        "|ProCredit BiH"
    ),
    "MK": (
        "Komercijalna Banka Skopje|Stopanska Banka|NLB Banka|Halkbank Skopje|Sparkasse Skopje"
        "|ProCredit Bank Macedonia|Комерцијална банка|Стопанска банка|Шпаркасе"
    ),
    "AL": (
        "BKT|Banka Kombëtare Tregtare|Raiffeisen Albania|Credins|Credins Bank|Intesa Albania|OTP Albania"
        "|Tirana Bank|Alpha Albania|Union Bank Albania|American Bank of Investments|ProCredit Albania|TEB Kosovo"
        "|TEB Bank|NLB Prishtina"
    ),
    "ME": (
        "CKB|Crnogorska komercijalna banka|Hipotekarna banka|Prva banka|Erste Montenegro|NLB Montenegro"
        "|Lovćen banka|Podgorička banka|Addiko Montenegro"
    ),
    "SE": (
        "Swedbank|Nordea|SEB|Skandinaviska Enskilda Banken|Handelsbanken|Svenska Handelsbanken|Länsförsäkringar"
        "|Länsförsäkringar Bank|Lansforsakringar|ICA Banken|Skandiabanken|Skandia|Avanza|Danske Bank Sverige|SBAB"
        "|Marginalen|Marginalen Bank|Resurs Bank|Resurs|Klarna Bank|Ikano|Ikano Bank|Sparbanken|Sparbanken Syd"
        "|Forex Bank|Forex|Santander Consumer Sverige|Nordnet|Collector|Collector Bank|Norion|Rocker|P.F.C."
        "|Lunar Sverige|Bank Norwegian Sverige|EnterCard|Coop Bank|Volvofinans|Northmill|Hoist|Nordax|Wasa Kredit"
        "|TF Bank|Re:member|SevenDay|Lysa|Ålandsbanken"
    ),
    "NO": (
        "DNB|DNB Bank|Sbanken|SpareBank 1|Sparebank 1|Sparebank1|Sparebanken|Sparebanken Vest|Sparebanken Sør"
        "|Sparebanken Møre|Storebrand|Storebrand Bank|Bank Norwegian|Norwegian Bank|Nordea Norge"
        "|Handelsbanken Norge|Danske Bank Norge|Skandiabanken Norge|Komplett Bank|Instabank|Gjensidige Bank|KLP"
        "|KLP Banken|Eika|Eika Kredittbank|yA Bank|Santander Consumer Norge|OBOS|OBOS-banken|BN Bank|Landkreditt"
        "|Fana Sparebank|Bulder|Bulder Bank|Himla|Sparebanken Øst|Sparebanken Nord-Norge|SpareBank 1 SR-Bank"
        "|SR-Bank|Cultura Bank|Pareto Bank|Sandnes Sparebank"
    ),
    "DK": (
        "Danske Bank Danmark|Danske|Jyske Bank|Nykredit|Nykredit Bank|Sydbank|Nordea Danmark|Spar Nord"
        "|Spar Nord Bank|Arbejdernes Landsbank|Lunar|Lunar Bank|Lån & Spar|Lån & Spar Bank|Ringkjøbing Landbobank"
        "|Vestjysk Bank|Sparekassen Kronjylland|Sparekassen Danmark|Middelfart Sparekasse|Merkur Andelskasse"
        "|Basisbank|Express Bank|Saxo Bank|Saxo|Bank Norwegian Danmark|Sparekassen Vendsyssel|Alm. Brand Bank"
        "|Handelsbanken Danmark|Nordfyns Bank|Djurslands Bank|Sparekassen Sjælland-Fyn|Forbrugsforeningen"
        "|Resurs Bank Danmark|FIH|Coop Bank Danmark|Skjern Bank|Lollands Bank|Kreditbanken|Fynske Bank"
        "|Ikano Danmark"
    ),
    "FI": (
        "OP|OP Financial Group|Osuuspankki|OP Ryhmä|Nordea Suomi|Danske Bank Suomi|S-Pankki|S-Bank|Aktia"
        "|Aktia Pankki|Säästöpankki|POP Pankki|Handelsbanken Suomi|Ålandsbanken Suomi|Oma Säästöpankki|OmaSp"
        "|Bank Norwegian Suomi|Holvi Suomi|Nordnet Suomi|Norwegian Pankki|Evli|Hypo|Sampo Pankki|Collector Suomi"
        "|Alisa Pankki|Fellow Pankki"
    ),
    "IS": (
        "Landsbankinn|Íslandsbanki|Islandsbanki|Arion|Arion banki|Arion Bank|Kvika|Kvika banki|indó"
        "|Indo sparisjodur|Auður"
    ),
    "EE": (
        "Swedbank Eesti|SEB Eesti|LHV|LHV Pank|Luminor|Luminor Bank|Coop Pank|Bigbank|Inbank|Versobank"
        "|Krediidipank|Nordea Eesti|Danske Eesti|TBB Pank|Citadele Eesti|Holm Bank|Monese Eesti"
    ),
    "LV": (
        "Swedbank Latvija|SEB banka|Citadele|Citadele banka|Luminor Latvija|Rietumu|Rietumu Banka|ABLV|ABLV Bank"
        "|Norvik Banka|PNB Banka|Rigensis|BlueOrange|BlueOrange Bank|Baltikums|Regional Investment Bank"
        "|Signet Bank|Industra|Industra Bank|DNB banka Latvija|Privatbank Latvija|Latvijas Krājbanka"
        "|Expobank Latvia|TrastaKomercbanka|Meridian Trade Bank|Baltic International Bank"
    ),
    "LT": (
        "Swedbank Lietuva|SEB Lietuva|Luminor Lietuva|Šiaulių bankas|Siauliu bankas|Artea|Citadele Lietuva"
        "|Medicinos bankas|Revolut Lietuva|Paysera LT|Ukio bankas|Ūkio bankas|Snoras|Danske Lietuva|DNB Lietuva"
        "|Nordea Lietuva|Kreda|Lietuvos kredito unija|LKU|Urbo bankas|Mano bankas|General Financing bankas|Finora"
        "|myTU|Verifo|ConnectPay"
    ),
    "UA": (
        "ПриватБанк|Приват|Приватбанк|PrivatBank|Privat Bank|Privat|Монобанк|mono|моно|monobank|Mono bank"
        "|Универсал Банк|Універсал Банк|Universal Bank|Ощадбанк|Oschadbank|Oschad|Укрсиббанк|УкрСиббанк"
        "|UkrSibbank|Ukrsibbank|Укрэксимбанк|Укрексімбанк|Ukreximbank|Укргазбанк|Ukrgasbank|Райффайзен"
        "|Райффайзен Банк|Райффайзен Банк Аваль|Raiffeisen Bank Aval|Аваль|Aval|ПУМБ|PUMB|FUIB"
        "|Перший Український Міжнародний Банк|Альфа-Банк|Альфа Банк|Alfa-Bank|Alfa Bank|Alfabank|Сенс Банк"
        "|Sense Bank|ОТП Банк|ОТП|OTP Bank Ukraine|Кредобанк|Kredobank|Креді Агріколь|Креди Агриколь"
        "|Credit Agricole Ukraine|Таскомбанк|Tascombank|izibank|ізібанк|изибанк|sportbank|спортбанк|А-Банк"
        "|А Банк|А-банк|A-Bank|ABank|Идея Банк|Ідея Банк|Idea Bank Ukraine|Форвард Банк|Forward Bank"
        "|Банк Південний|Південний|Bank Pivdennyi|Pivdennyi|Пивденный|Банк Восток|Восток|Bank Vostok|Глобус"
        "|Глобус Банк|Globus Bank|Мегабанк|Megabank|ПроКредит|ПроКредит Банк|ProCredit Ukraine|Правекс"
        "|Правэкс|Pravex Bank|ОксиБанк|Банк Кредит Дніпро|Кредит Днепр|Банк Кредит Днепр|Credit Dnipro"
        "|Сбербанк Украина|Укрсоцбанк|Ukrsotsbank|Дельта Банк|Delta Bank|Надра|Надра Банк|Банк Надра"
        "|Nadra Bank|Индустриалбанк|Індустріалбанк|Пиреус Банк|Мотор Банк|Банк Авангард|Аккордбанк|Акордбанк"
        "|Конкорд|Конкорд Банк|Concord Bank|Альянс|Банк Альянс|Bank Alliance|Юнекс Банк|Unex Bank|Комінбанк"
        "|Комерційний індустріальний банк|ВТБ Украина|Проминвестбанк|Промінвестбанк|Банк Львів|Bank Lviv"
        "|Місто Банк|Полтава-банк|РВС Банк|Ибокс|iBox Bank|Айбокс Банк|Радабанк|Radabank|МТБ Банк|MTB Bank"
        "|МТБ|Укрпошта|Кристалбанк|Пивденкомбанк|Imexbank|Банк Михайлівський|Фидобанк|Фідобанк|Платинум Банк"
        "|Platinum Bank|Диамантбанк|БМ Банк|Ідеал|о.банк|O.Bank|Взаємодія|NEOS Bank|neobank|Novapay|НоваПей"
        "|Банк 3/4|ТАС|Кредитмаркет|Ситибанк|Сітібанк|Правекс Банк|Укргаз|Ощад|Укрсіб|Укрсиб|Банк Грант"
        "|Експобанк|Фінансова ініціатива"
    ),
    "RU": (
        "Сбербанк|Сбер|Sberbank|Sber|ВТБ|VTB|ВТБ 24|ВТБ24|VTB 24|Газпромбанк|Gazprombank|Россельхозбанк|Рсхб"
        "|РСХБ|Rosselkhozbank|Тинькофф|Тинькофф Банк|Тиньков|Тиньк|Tinkoff|Tinkoff Bank|Т-Банк|Т Банк|T-Bank|Альфа|Alfa"
        "|Райффайзенбанк|Raiffeisenbank Russia|Росбанк|Rosbank|Открытие|Банк Открытие|Otkritie|ЮниКредит"
        "|ЮниКредит Банк|UniCredit Russia|Совкомбанк|Sovcombank|Промсвязьбанк|ПСБ|Promsvyazbank|PSB|МКБ"
        "|Московский кредитный банк|Credit Bank of Moscow|Почта Банк|Pochta Bank|Хоум Кредит|Хоум Кредит Банк"
        "|Home Credit|Home Credit Bank|Русский Стандарт|Russian Standard|Russian Standard Bank"
        "|Банк Санкт-Петербург|Bank Saint Petersburg|Ак Барс|Ак Барс Банк|Ak Bars|Уралсиб|Банк Уралсиб"
        "|Uralsib|МТС Банк|МТС-Банк|MTS Bank|Ренессанс|Ренессанс Кредит|Ренессанс Банк|Renaissance Credit"
        "|Киви|Qiwi|QIWI Bank|Киви Банк|Яндекс|Яндекс Деньги|ЮMoney|ЮМани|YooMoney|Озон Банк|Ozon Bank"
        "|Яндекс Банк|Рокетбанк|Rocketbank|Точка|Точка Банк|Модульбанк|Модуль|Бинбанк|Binbank|Связь-Банк"
        "|Возрождение|Банк Возрождение|Абсолют|Абсолют Банк|Absolut Bank|Авангард|УБРиР|UBRD|Кубань Кредит"
        "|ОТП Банк Россия|Ситибанк Россия|ДОМ.РФ|Дом РФ|Банк Дом РФ|Зенит|Банк Зенит|Zenit|Центр-инвест"
        "|Транскапиталбанк|ТКБ|МДМ|МДМ Банк|Мегафон|Билайн|Кукуруза|РНКО|Левобережный|СКБ|СКБ-банк|ДелоБанк"
        "|Синара|Банк Синара|Новикомбанк|Примсоцбанк|СДМ Банк|СДМ|Локо-Банк|Локо|Юникредит|Восточный"
        "|Восточный Банк|Экспобанк|Вайлдберриз Банк|Кредит Европа Банк|Кредит Европа|Трансстройбанк|Инбанк"
        "|БКС|БКС Банк|Финам|Солидарность|Меткомбанк|Челябинвестбанк|Челиндбанк|ББР|Приморье|РНКБ|Генбанк"
        "|Связной Банк"
    ),
    "BY": (
        "Беларусбанк|Belarusbank|Белагропромбанк|Belagroprombank|Белинвестбанк|Belinvestbank|Приорбанк|Priorbank"
        "|Альфа-Банк Беларусь|БПС-Сбербанк|Сбер Банк Беларусь|МТБанк|MTBank|Технобанк|Technobank|Белгазпромбанк"
        "|Belgazprombank|БелВЭБ|Банк БелВЭБ|Паритетбанк|Идея Банк Беларусь|Банк Дабрабыт|Дабрабыт|Решение"
        "|РРБ-Банк|РРБ Банк|БСБ Банк|BSB Bank|Статусбанк|ТК Банк|Цептер Банк|Москва-Минск|Банк Москва-Минск"
        "|Хоум Кредит Беларусь|ВТБ Беларусь|Франсабанк|Белнародный банк|БНБ"
    ),
    "KZ": (
        "Kaspi|Kaspi Bank|Каспи|Каспи Банк|Halyk|Halyk Bank|Халык|Халык Банк|Народный банк"
        "|Народный банк Казахстана|ForteBank|Forte|Forte Bank|Форте|ForteБанк|Jusan|Jusan Bank|Жусан|Жусан Банк"
        "|Alatau City Bank|Bank CenterCredit|BCC Kazakhstan|БЦК|Банк ЦентрКредит|ЦентрКредит|Евразийский банк"
        "|Евразийский|Eurasian Bank|Freedom Bank|Freedom Finance|Фридом|Altyn Bank|Алтын Банк|Bank RBK|Банк RBK"
        "|Сбербанк Казахстан|Береке|Bereke Bank|Береке Банк|Хоум Кредит Казахстан|Нурбанк|Nurbank|Qazkom"
        "|Казкоммерцбанк|Kazkom|АТФ|АТФ Банк|ATF Bank|Цеснабанк|Tsesnabank|Альфа-Банк Казахстан|Отбасы Банк"
    ),
    "GE": (
        "Bank of Georgia|BOG|TBC|TBC Bank|ТБС|Liberty|Liberty Bank|Credo|Credo Bank|Basisbank Georgia|Terabank"
        "|Cartu Bank|ProCredit Georgia|VTB Georgia|Банк Грузии|ТБС Банк|Solo|Space Bank|Space|Halyk Georgia"
        "|Пашабанк Грузия"
    ),
    "AM": (
        "Ameriabank|Америабанк|Acba|ACBA Bank|ACBA|Акба|Ardshinbank|Ардшинбанк|Inecobank|Инекобанк|IDBank|ID Bank"
        "|Evocabank|Эвокабанк|Converse Bank|Конверс Банк|Unibank|Юнибанк|AraratBank|Америя|Amio Bank|Fast Bank"
        "|ArmSwissBank|VTB Armenia|Artsakhbank|HSBC Armenia|Арарат Банк"
    ),
    "AZ": (
        "Kapital Bank|Капитал Банк|ABB|International Bank of Azerbaijan|PASHA Bank|Pasha|Leobank|Лео Банк"
        "|Unibank Azerbaijan|UniBank|Rabitabank|Bank Respublika|Xalq Bank|AccessBank|Yelo Bank|Bank of Baku"
        "|TuranBank|Expressbank Azerbaijan|Birbank|Birbank Kapital|AtaBank|Azer Turk Bank"
    ),
    "UZ": (
        "Uzcard Bank|Kapitalbank|Капиталбанк|Ipak Yuli|Ipak Yo'li|Ипак Йули|Hamkorbank|Хамкорбанк|TBC Uzbekistan"
        "|Anorbank|Анорбанк|Узпромстройбанк|Uzpromstroybank|SQB|Асака|Asaka Bank|Asakabank"
        "|Национальный банк Узбекистана|NBU|Агробанк|Agrobank|Aloqabank|Алокабанк|Xalq Banki|Infinbank"
        "|Ipoteka Bank|Ипотека Банк|Orient Finans|Trustbank|Davr Bank|Универсалбанк|Octobank|Apelsin|Uzum Bank"
        "|Узум Банк"
    ),
    "MD": (
        "maib|MAIB|Moldova Agroindbank|Moldindconbank|Victoriabank|OTP Bank Moldova|Mobiasbanca|FinComBank"
        "|EuroCreditBank|ProCredit Moldova|Eximbank Moldova|Молдова Агроиндбанк|Приднестровский Сбербанк"
        "|Энергобанк|Comertbank"
    ),
    "KG": (
        "Optima Bank Kyrgyzstan|Оптима Банк|Demir Bank|Демир Банк|MBank Kyrgyzstan|Мбанк|Бакай Банк|Bakai Bank"
        "|Айыл Банк|РСК Банк|KICB|Companion Bank|Kompanion|DosCredoBank|Elcart Bank|Halyk Kyrgyzstan|Бай Тушум"
    ),
    "TJ": (
        "Eskhata|Эсхата|Bank Eskhata|Amonatbonk|Амонатбонк|Orienbank|Ориёнбанк|Алиф|Alif Bank|Спитамен"
        "|Spitamen Bank|Душанбе Сити|Dushanbe City|Humo Bank|Матин"
    ),
    "TR": (
        "Garanti|Garanti BBVA|Garanti Bankası|İş Bankası|Is Bankasi|Türkiye İş Bankası|İşbank|Isbank|Akbank"
        "|Yapı Kredi|Yapi Kredi|Yapı ve Kredi|Yapı ve Kredi Bankası|Ziraat|Ziraat Bankası|Ziraat Bankasi"
        "|Halkbank|Halk Bankası|Vakıfbank|Vakifbank|VakıfBank|Vakıf Bank|QNB|QNB Finansbank|Finansbank|Enpara"
        "|Denizbank|DenizBank|TEB|Türk Ekonomi Bankası|ING Türkiye|HSBC Türkiye|Şekerbank|Sekerbank|Fibabanka"
        "|Odeabank|Odea|Kuveyt Türk|Kuveyt Turk|Albaraka|Albaraka Türk|Türkiye Finans|Turkiye Finans"
        "|Alternatif Bank|Alternatifbank|Anadolubank|Burgan Bank|Burgan|Aktif Bank|Aktifbank|Vakıf Katılım"
        "|Ziraat Katılım|Emlak Katılım|ICBC Turkey|Türkiye Bankası|Papara Card|ininal|Tosla|PTT|PTTBank"
        "|PTT Bank|Hayat Finans|Hadi|CEPTETEB|Nays|Param|Citibank Türkiye|Turkish Bank|Bank Asya|BankPozitif"
        "|Getir Finans|Paycell|Bonus Card|Maximum Kart|World Card Yapı Kredi|Dünya Katılım|Colendi"
        "|Misyon Bank|N Kolay"
    ),
    "IL": (
        "Bank Hapoalim|Hapoalim|Bank Leumi|Leumi|Discount Bank|Israel Discount Bank|Mizrahi Tefahot|Mizrahi"
        "|Mizrahi-Tefahot|First International Bank of Israel|FIBI|Bank Yahav|Yahav|Bank Otsar Ha-Hayal"
        "|Otsar Hahayal|Mercantile|Mercantile Discount|Massad|Isracard|Cal|Max It|Leumi Card|Union Bank of Israel"
        "|One Zero|Pepper|בנק הפועלים|הפועלים|בנק לאומי|לאומי|דיסקונט|מזרחי טפחות|ישראכרט|Bank of Jerusalem"
    ),
    "AE": (
        "Emirates NBD|ENBD|Mashreq|Mashreq Bank|Mashreqbank|First Abu Dhabi Bank|FAB|Abu Dhabi Commercial Bank"
        "|ADCB|ADIB|Abu Dhabi Islamic Bank|Dubai Islamic Bank|DIB|RAKBANK|Rak Bank"
        "|National Bank of Ras Al Khaimah|Commercial Bank of Dubai|CBD|Emirates Islamic|Emirates Islamic Bank|Liv"
        "|Liv Bank|Wio|Wio Bank|Sharjah Islamic Bank|Ajman Bank|National Bank of Fujairah|NBF|Al Hilal"
        "|Al Hilal Bank|HSBC UAE|Noor Bank|Zand|United Arab Bank|UAB|Invest Bank|Arab Bank|Al Masraf|YAP UAE|Deem"
        "|Bank of Sharjah|Union National Bank|Standard Chartered UAE"
    ),
    "SA": (
        "Al Rajhi|Al Rajhi Bank|Alrajhi|SNB|Saudi National Bank|NCB|National Commercial Bank|AlAhli|Al Ahli"
        "|Riyad Bank|Samba|SABB|Saudi British Bank|SAB|Banque Saudi Fransi|BSF|Arab National Bank|ANB|Alinma"
        "|Alinma Bank|Bank AlBilad|Albilad|Bank Aljazira|Aljazira|Saudi Investment Bank|SAIB|STC Pay|STC Bank"
        "|urpay|D360|الراجحي|مصرف الراجحي|البنك الأهلي|الأهلي|بنك الرياض|الإنماء|مصرف الإنماء"
        "|Gulf International Bank|meem"
    ),
    "QA": (
        "QNB Qatar|Qatar National Bank|Commercial Bank of Qatar|CBQ|Doha Bank|Qatar Islamic Bank|QIB"
        "|Masraf Al Rayan|Al Rayan|Ahlibank Qatar|Dukhan Bank|Qatar International Islamic Bank|QIIB|Barwa Bank"
    ),
    "KW": (
        "National Bank of Kuwait|NBK|Kuwait Finance House|KFH|Gulf Bank|Burgan Bank Kuwait|Boubyan|Boubyan Bank"
        "|Commercial Bank of Kuwait|CBK|Al Ahli Bank of Kuwait|ABK|Warba Bank|Kuwait International Bank"
    ),
    "BH": (
        "National Bank of Bahrain|NBB|Bank of Bahrain and Kuwait|BBK|Ahli United Bank|AUB|Bahrain Islamic Bank"
        "|BisB|Ithmaar Bank|Al Salam Bank|Ila Bank|ila|Khaleeji"
    ),
    "OM": (
        "Bank Muscat|Bank Dhofar|National Bank of Oman|NBO|Sohar International|Bank Sohar|Oman Arab Bank"
        "|Bank Nizwa|Ahli Bank Oman|HSBC Oman|Meethaq"
    ),
    "JO": (
        "Arab Bank Jordan|Housing Bank|Jordan Ahli Bank|Cairo Amman Bank|Bank al Etihad|Jordan Islamic Bank"
        "|Capital Bank of Jordan|Jordan Kuwait Bank|Bank of Jordan|البنك العربي"
    ),
    "LB": (
        "Bank Audi|Audi|BLOM|BLOM Bank|Byblos|Byblos Bank|Fransabank|SGBL|Bank of Beirut|BankMed|Crédit Libanais"
        "|BBAC|Banque Libano-Française|IBL Bank|First National Bank Lebanon"
    ),
    "EG": (
        "CIB Egypt|Commercial International Bank|National Bank of Egypt|NBE|Banque Misr|Bank Misr|QNB Alahli"
        "|QNB Al Ahli|Bank of Alexandria|AlexBank|Alex Bank|Banque du Caire|Arab African International Bank|AAIB"
        "|Crédit Agricole Egypt|HSBC Egypt|ADIB Egypt|Faisal Islamic Bank|Housing and Development Bank|Fawry"
        "|البنك الأهلي المصري|بنك مصر|Suez Canal Bank|Egyptian Gulf Bank|EG Bank|Emirates NBD Egypt|Telda"
        "|Mashreq Egypt"
    ),
    "MA": (
        "Attijariwafa|Attijariwafa Bank|Attijari|Banque Populaire Maroc|Groupe Banque Populaire|BMCE|BMCE Bank"
        "|Bank of Africa|BOA|CIH|CIH Bank|BMCI|Société Générale Maroc|Crédit du Maroc|Crédit Agricole du Maroc"
        "|Al Barid Bank|Saham Bank|Chaabi Bank|CFG Bank"
    ),
    "TN": (
        "BIAT|Attijari Bank Tunisie|Banque de Tunisie|Amen Bank|STB|BNA|BH Bank|UIB|UBCI|ATB Tunisie"
        "|La Poste Tunisienne|Zitouna|Banque Zitouna|Wafa"
    ),
    "DZ": (
        "BEA|Banque Extérieure d'Algérie|BNA Algérie|CPA|Crédit Populaire d'Algérie|BADR|Algérie Poste|BDL|CNEP"
        "|CNEP Banque|AGB|Gulf Bank Algeria|Société Générale Algérie|BNP Paribas El Djazair|Al Salam Algeria"
        "|Trust Bank Algeria"
    ),
    "NG": (
        "GTBank|GTB|Guaranty Trust Bank|Access Bank|Zenith|Zenith Bank|First Bank of Nigeria|FirstBank Nigeria"
        "|UBA|United Bank for Africa|Fidelity Bank|Union Bank of Nigeria|Sterling Bank|Stanbic|Stanbic IBTC"
        "|Ecobank|FCMB|First City Monument Bank|Wema|Wema Bank|Polaris Bank|Polaris|Keystone Bank|Heritage Bank"
        "|Unity Bank|Jaiz Bank|Providus|Providus Bank|Titan Trust|Kuda|Kuda Bank|Opay|OPay|PalmPay|Moniepoint"
        "|Carbon|ALAT|ALAT by Wema|VBank|V Bank|Globus Bank Nigeria|Diamond Bank|Skye Bank"
        "|Standard Chartered Nigeria|SunTrust Nigeria|Chipper Cash|Barter|Eversend|Rubies|Sparkle|FairMoney"
        "|Coronation|Parallex|Lotus Bank|TAJ Bank|PiggyVest"
    ),
    "GH": (
        "GCB|GCB Bank|Ghana Commercial Bank|Ecobank Ghana|Absa Ghana|Stanbic Ghana|Fidelity Bank Ghana|CalBank"
        "|Cal Bank|Zenith Ghana|Access Ghana|UBA Ghana|Republic Bank Ghana|Agricultural Development Bank|ADB"
        "|Consolidated Bank Ghana|CBG|Prudential Bank|Société Générale Ghana|GTBank Ghana"
        "|First National Bank Ghana|Universal Merchant Bank|UMB Ghana|MTN MoMo"
    ),
    "KE": (
        "Equity|Equity Bank|KCB|KCB Bank|Kenya Commercial Bank|Co-operative Bank of Kenya|Cooperative Bank Kenya"
        "|Absa Kenya|Absa|Absa Bank|Standard Chartered Kenya|Stanbic Kenya|NCBA|NCBA Bank|Diamond Trust Bank|DTB"
        "|I&M|I&M Bank|Family Bank|National Bank of Kenya|NIC Bank|CBA|Commercial Bank of Africa|Prime Bank"
        "|Sidian Bank|HF Group|M-Pesa|Mpesa|Bank of Baroda Kenya|Loop|Gulf African Bank|SBM Bank Kenya"
        "|Ecobank Kenya"
    ),
    "TZ": (
        "CRDB|CRDB Bank|NMB|NMB Bank|NBC Tanzania|Exim Bank Tanzania|Stanbic Tanzania|Stanbic Uganda|Stanbic Bank"
        "|Centenary Bank|dfcu|dfcu Bank|Equity Uganda|Bank of Kigali|I&M Rwanda|Dashen Bank|Awash Bank"
        "|Commercial Bank of Ethiopia|CBE|Bank of Abyssinia|Dashen|Awash|Zemen Bank|PostBank Uganda"
        "|Housing Finance Bank"
    ),
    "ZA": (
        "FNB|First National Bank South Africa|Standard Bank|Standard Bank South Africa|Absa South Africa|Nedbank"
        "|Capitec|Capitec Bank|Investec South Africa|TymeBank|Tyme|Discovery Bank|African Bank|Bidvest Bank"
        "|Sasfin|RMB|RMB Private Bank|Rand Merchant Bank|Mercantile Bank|Old Mutual|Bank Zero|Grindrod"
        "|Virgin Money South Africa|Albaraka South Africa|Ubank|Stanbic Zimbabwe|CBZ|CBZ Bank|Steward Bank"
        "|Ecobank Zimbabwe|FBC Bank|ZB Bank|Zanaco|Bank Windhoek|FNB Namibia|FNB Botswana|First Capital Bank"
        "|NMB Zimbabwe|BancABC|Mauritius Commercial Bank|MCB Mauritius|State Bank of Mauritius|SBM|SBM Bank"
        "|AfrAsia|AfrAsia Bank|MauBank|Banco de Fomento Angola|BFA|BAI|Banco Angolano de Investimentos|BIC Angola"
        "|Banco BIC|Millennium Bim|BIM|BCI Moçambique|Absa Zambia|Stanbic Zambia|Atlas Mara"
    ),
    "SN": (
        "CBAO|Société Générale Sénégal|Ecobank Sénégal|Bank of Africa Sénégal|SGBCI|SGCI|NSIA Banque|NSIA|SIB"
        "|Société Ivoirienne de Banque|BICICI|BICIS|Coris Bank|Orabank|Afriland|Afriland First Bank|SCB Cameroun"
        "|SGBC|UBA Cameroun|Ecobank Cameroun|Rawbank|Equity BCDC|TMB|Trust Merchant Bank|BGFI|BGFIBank|UGB|Wave"
        "|Orange Money Sénégal|Atlantique Banque|Banque Atlantique|Versus Bank|BOA Madagascar|BNI Madagascar|BFV"
    ),
    "IN": (
        "SBI|State Bank of India|HDFC|HDFC Bank|ICICI|ICICI Bank|Axis|Axis Bank|Kotak|Kotak Mahindra"
        "|Kotak Mahindra Bank|Punjab National Bank|PNB|Bank of Baroda|BOB|Canara|Canara Bank"
        "|Union Bank of India|IndusInd|IndusInd Bank|IDFC|IDFC First|IDFC First Bank|Yes Bank|YES Bank"
        "|Federal Bank|RBL|RBL Bank|IDBI|IDBI Bank|Indian Bank|Indian Overseas Bank|IOB|Bank of India|BOI"
        "|Central Bank of India|UCO|UCO Bank|Bank of Maharashtra|Punjab & Sind Bank|Punjab and Sind Bank"
        "|South Indian Bank|Karnataka Bank|Karur Vysya|Karur Vysya Bank|KVB|City Union Bank|CUB|DCB|DCB Bank"
        "|Bandhan|Bandhan Bank|AU Small Finance Bank|AU Bank|Ujjivan|Ujjivan Small Finance Bank|Equitas"
        "|Equitas Small Finance Bank|Jammu & Kashmir Bank|J&K Bank|J & K Bank|Jammu and Kashmir Bank"
        "|Dhanlaxmi Bank|Saraswat Bank|Saraswat Co-operative Bank|Cosmos Bank|SVC Bank|Paytm"
        "|Paytm Payments Bank|Airtel Payments Bank|Fino Payments Bank|Jupiter|Fi Money|Niyo|Slice|OneCard"
        "|Uni Card|Tamilnad Mercantile Bank|TMB India|Syndicate Bank|Allahabad Bank|Andhra Bank"
        "|Corporation Bank|Vijaya Bank|Dena Bank|Oriental Bank of Commerce|Lakshmi Vilas Bank|SBI Card"
        "|Standard Chartered India|DBS India|HSBC India|Citi India|CSB Bank|Nainital Bank|ESAF"
        "|Jana Small Finance Bank|Suryoday|Utkarsh|Abhyudaya Bank|NKGSB|TJSB|Janata Sahakari Bank"
    ),
    "PK": (
        "HBL|Habib Bank|Habib Bank Limited|UBL|United Bank Limited|MCB|MCB Bank|Allied Bank|ABL|Meezan"
        "|Meezan Bank|Bank Alfalah|Alfalah|Faysal Bank|Faysal|Bank Al Habib|Habib Metropolitan Bank|Habib Metro"
        "|HabibMetro|Askari Bank|Askari|National Bank of Pakistan|NBP|Standard Chartered Pakistan|JS Bank"
        "|Soneri Bank|Silk Bank|Silkbank|Summit Bank|Bank Islami|BankIslami|Dubai Islamic Bank Pakistan"
        "|Bank of Punjab|BOP|Samba Bank Pakistan|SadaPay|NayaPay|Easypaisa|JazzCash|Telenor Bank|Khyber Bank"
        "|Bank of Khyber|Al Baraka Pakistan|Sindh Bank|Mobilink Bank"
    ),
    "BD": (
        "BRAC|BRAC Bank|Dutch-Bangla Bank|Dutch Bangla Bank|DBBL|City Bank|The City Bank|Eastern Bank|EBL"
        "|Islami Bank|Islami Bank Bangladesh|IBBL|Sonali Bank|Janata Bank|Agrani Bank|Pubali Bank"
        "|Prime Bank Bangladesh|Mutual Trust Bank|MTB Bangladesh|Southeast Bank|Bank Asia|Dhaka Bank|NCC Bank"
        "|Trust Bank|UCB|United Commercial Bank|AB Bank|Standard Bank Bangladesh|IFIC|IFIC Bank|Jamuna Bank"
        "|One Bank|Mercantile Bank Bangladesh|Premier Bank|Midland Bank|bKash|Nagad|Al-Arafah Islami Bank"
        "|EXIM Bank Bangladesh|Rupali Bank|National Bank Bangladesh|Uttara Bank"
    ),
    "LK": (
        "Commercial Bank of Ceylon|Commercial Bank|ComBank|Sampath|Sampath Bank|Hatton National Bank|HNB"
        "|Bank of Ceylon|People's Bank|Peoples Bank|Seylan|Seylan Bank|Nations Trust Bank|NTB|NDB|NDB Bank|DFCC"
        "|DFCC Bank|Pan Asia Bank|Amana Bank|Union Bank of Colombo|Cargills Bank|National Savings Bank"
    ),
    "NP": (
        "Nabil Bank|Nabil|NIC Asia|NIC Asia Bank|Himalayan Bank|Everest Bank|Global IME|Global IME Bank"
        "|Nepal Investment Bank|NMB Nepal|Siddhartha Bank|Laxmi Bank|Kumari Bank|Machhapuchchhre Bank|Prabhu Bank"
        "|Sanima Bank|Standard Chartered Nepal|Rastriya Banijya Bank|Nepal Bank"
        "|Agricultural Development Bank Nepal|Mega Bank|Citizens Bank International|Sunrise Bank"
    ),
    "CN": (
        "ICBC|Industrial and Commercial Bank of China|Bank of China|BOC|China Construction Bank|CCB China"
        "|Agricultural Bank of China|ABC|China Merchants Bank|CMB|Bank of Communications|BoCom"
        "|Postal Savings Bank of China|PSBC|China CITIC Bank|CITIC|Ping An|Ping An Bank|SPD Bank"
        "|Shanghai Pudong Development Bank|China Minsheng|Minsheng Bank|Industrial Bank|China Everbright"
        "|Everbright Bank|Hua Xia Bank|Bank of Beijing|Bank of Shanghai|Bank of Ningbo|China Guangfa Bank|CGB"
        "|WeBank|工商银行|中国工商银行|建设银行|中国建设银行|农业银行|中国农业银行|中国银行|招商银行|交通银行|邮政储蓄银行|中信银行|平安银行|浦发银行|民生银行|兴业银行|光大银行|华夏银行"
        "|广发银行"
    ),
    "HK": (
        "Hang Seng|Hang Seng Bank|Bank of China Hong Kong|BOCHK|Bank of East Asia|BEA Hong Kong|DBS Hong Kong"
        "|Standard Chartered Hong Kong|HSBC Hong Kong|Citibank Hong Kong|Mox|Mox Bank|ZA Bank|WeLab|WeLab Bank"
        "|livi|Livi Bank|Airstar Bank|Fubon|Fubon Bank|Dah Sing|Dah Sing Bank|CMB Wing Lung|Wing Lung Bank"
        "|OCBC Wing Hang|Wing Hang Bank|Shanghai Commercial Bank|Public Bank Hong Kong|Nanyang Commercial Bank"
        "|Chong Hing Bank|ICBC Asia|恒生银行|汇丰|滙豐|中銀香港|AEON Credit|PrimeCredit|China CITIC Bank International"
        "|Ant Bank"
    ),
    "TW": (
        "CTBC|CTBC Bank|Cathay United Bank|Cathay United|E.SUN|E.Sun Bank|Esun Bank|Taishin|Taishin Bank"
        "|Fubon Taiwan|Taipei Fubon|Mega Bank Taiwan|Mega International|First Commercial Bank|Hua Nan Bank"
        "|Chang Hwa Bank|Land Bank of Taiwan|Bank of Taiwan|Taiwan Cooperative Bank|SinoPac|Bank SinoPac"
        "|Far Eastern International Bank|Yuanta Bank|Union Bank of Taiwan|KGI Bank|Rakuten Bank Taiwan|LINE Bank"
        "|Chunghwa Post|玉山銀行|國泰世華|中國信託|台新銀行|Shin Kong Bank|O-Bank|DBS Taiwan"
    ),
    "JP": (
        "MUFG|Mitsubishi UFJ|MUFG Bank|Bank of Tokyo-Mitsubishi|SMBC|Sumitomo Mitsui"
        "|Sumitomo Mitsui Banking Corporation|Mizuho|Mizuho Bank|Resona|Resona Bank|Japan Post Bank|Yucho"
        "|Yucho Bank|Rakuten|Rakuten Bank|Rakuten Card|Sony Bank|Shinsei|Shinsei Bank|SBI Shinsei|SBI Sumishin"
        "|SBI Sumishin Net Bank|PayPay Bank|Japan Net Bank|Seven Bank|Aeon|AEON Bank|Aeon Card|au Jibun Bank"
        "|Jibun Bank|Orico|Saison|Credit Saison|Saison Card"
        "|Epos|Epos Card|三菱UFJ銀行|三井住友銀行|みずほ銀行|楽天銀行|楽天カード|ゆうちょ銀行"
        "|りそな銀行|Nicos|Mitsubishi UFJ Nicos|Bank of Yokohama|Chiba Bank|Kyash|JACCS|GMO Aozora|Aozora Bank"
        "|Suruga Bank|View Card"
    ),
    "KR": (
        "KB Kookmin|Kookmin|Kookmin Bank|KB Kookmin Bank|Shinhan|Shinhan Bank|Shinhan Card|Woori|Woori Bank|Hana"
        "|Hana Bank|KEB Hana|KEB Hana Bank|NongHyup|NH Bank|NH NongHyup|NH Nonghyup Bank|IBK"
        "|Industrial Bank of Korea|Kakao Bank|KakaoBank|K Bank|Kbank|Toss|Toss Bank|Samsung Card|Hyundai Card"
        "|Lotte Card|BC Card|SC First Bank|Standard Chartered Korea|Citibank Korea|Busan Bank|DGB Daegu Bank"
        "|Daegu Bank|Suhyup|KDB|Korea Development Bank|Korea Post"
        "|국민은행|신한은행|우리은행|하나은행|농협|기업은행|카카오뱅크|케이뱅크|토스뱅크"
        "|삼성카드|현대카드"
    ),
    "SG": (
        "DBS|DBS Bank|POSB|OCBC|OCBC Bank|UOB|United Overseas Bank|Standard Chartered Singapore"
        "|Citibank Singapore|HSBC Singapore|Maybank Singapore|CIMB Singapore|Trust Bank Singapore|GXS|GXS Bank"
        "|MariBank|YouTrip|Youtrip|InstaReM|BigPay|Bank of Singapore|RHB Singapore|ANEXT Bank"
    ),
    "MY": (
        "Maybank|Malayan Banking|CIMB|CIMB Bank|Public Bank|RHB|RHB Bank|Hong Leong|Hong Leong Bank|AmBank"
        "|Bank Islam|Bank Rakyat|Bank Muamalat|Affin|Affin Bank|Alliance Bank|UOB Malaysia|OCBC Malaysia"
        "|HSBC Malaysia|Standard Chartered Malaysia|BSN|Bank Simpanan Nasional|Agrobank Malaysia|GXBank"
        "|AEON Credit Malaysia|Touch n Go|Boost Bank|MBSB|Citibank Malaysia|Al Rajhi Malaysia|Ryt Bank"
    ),
    "ID": (
        "BCA|Bank Central Asia|Mandiri|Bank Mandiri|BRI|Bank Rakyat Indonesia|BNI Indonesia|Bank Negara Indonesia"
        "|CIMB Niaga|Permata|PermataBank|Permata Bank|Danamon|Bank Danamon|OCBC NISP|Panin|Panin Bank|BTN"
        "|Bank Tabungan Negara|Maybank Indonesia|BTPN|Jenius|Bank Jago|Jago|SeaBank|Sea Bank|Blu"
        "|blu by BCA Digital|Bank Neo Commerce|BNC|Allo Bank|Bank Mega|Mega Bank Indonesia|Sinarmas|Bank Sinarmas"
        "|BSI|Bank Syariah Indonesia|Bank Bukopin|KB Bukopin|UOB Indonesia|Commonwealth Bank Indonesia"
        "|Line Bank Indonesia|Digibank|Superbank|Bank DKI|BJB|Bank BJB|HSBC Indonesia|Krom Bank"
    ),
    "PH": (
        "BDO|BDO Unibank|Banco de Oro|BPI Philippines|Bank of the Philippine Islands|Metrobank"
        "|Metropolitan Bank and Trust|Landbank|Land Bank of the Philippines|Security Bank|UnionBank"
        "|UnionBank of the Philippines|Union Bank of the Philippines|PNB Philippines|Philippine National Bank"
        "|RCBC|Rizal Commercial Banking Corporation|China Bank|Chinabank|EastWest|EastWest Bank|PSBank"
        "|AUB Philippines|Asia United Bank|DBP|Development Bank of the Philippines|GCash|Maya|PayMaya|Maya Bank"
        "|CIMB Philippines|ING Philippines|Tonik|Tonik Bank|GoTyme|GoTyme Bank|Seabank Philippines|Komo|UCPB"
        "|Robinsons Bank|Bank of Commerce|Sterling Bank of Asia|UNO Digital Bank|OwnBank"
    ),
    "TH": (
        "Bangkok Bank|Kasikorn|Kasikornbank|KBank|K-Bank|SCB|Siam Commercial Bank|Krungthai|Krung Thai Bank|KTB"
        "|Krungthai Bank|Krungsri|Bank of Ayudhya|TMB Thanachart|TTB|ttb bank|TMBThanachart|Thanachart|GSB"
        "|Government Savings Bank|UOB Thailand|CIMB Thai|Kiatnakin|Kiatnakin Phatra|KTC|Krungthai Card|TISCO"
        "|LH Bank|Citibank Thailand|ธนาคารกรุงเทพ|กสิกรไทย|ไทยพาณิชย์|กรุงไทย|กรุงศรี|TrueMoney|LINE BK|Baac"
    ),
    "VN": (
        "Vietcombank|VCB|VietinBank|Vietin|BIDV|Agribank|Agribank Vietnam|Techcombank|TCB|MB Bank|MBBank"
        "|Military Bank|ACB|Asia Commercial Bank|VPBank|VP Bank|TPBank|TP Bank|Tien Phong Bank|Sacombank|HDBank"
        "|HD Bank|VIB|SHB|SeABank|OCB|Orient Commercial Bank|MSB|Maritime Bank|Eximbank|Eximbank Vietnam"
        "|LienVietPostBank|LPBank|Nam A Bank|ABBank|DongA Bank|Dong A Bank|Bac A Bank|NCB Vietnam|PVcomBank"
        "|Viet Capital Bank|SCB Vietnam|Shinhan Vietnam|HSBC Vietnam|Timo|Cake|Cake by VPBank|Kienlongbank"
        "|VietABank|BVBank|Standard Chartered Vietnam"
    ),
    "AU": (
        "CommBank|Commonwealth Bank|Commonwealth Bank of Australia|Westpac|ANZ|ANZ Bank|NAB"
        "|National Australia Bank|St George|St.George|St. George Bank|Bankwest|BankSA|Bank of Melbourne|Macquarie"
        "|Macquarie Bank|ING Australia|Bendigo Bank|Bendigo and Adelaide Bank|Bendigo|Bank of Queensland|BOQ"
        "|Suncorp|Suncorp Bank|ME Bank|ME|UBank|86 400|Up|Up Bank|HSBC Australia|Citibank Australia|AMP|AMP Bank"
        "|Great Southern Bank|CUA|Heritage Bank Australia|People's Choice|People's Choice Credit Union"
        "|Newcastle Permanent|Beyond Bank|Bank Australia|Teachers Mutual Bank|P&N Bank|P & N Bank|Greater Bank"
        "|Judo Bank|Volt|Xinja|IMB|IMB Bank|Defence Bank|Police Bank|Qudos Bank|Bank First|Latitude"
        "|Latitude Financial|Virgin Money Australia|Coles|Woolworths Money|Bankvic|Hume Bank|RACQ Bank|MyState"
        "|MyState Bank|Rabobank Australia|Police Credit Union|Credit Union SA|Beyond"
    ),
    "NZ": (
        "ANZ New Zealand|ASB|ASB Bank|BNZ|Bank of New Zealand|Westpac New Zealand|Kiwibank|TSB New Zealand"
        "|Co-operative Bank New Zealand|SBS Bank|Rabobank New Zealand|Heartland Bank|Heartland|HSBC New Zealand"
        "|Dosh|Emerge"
    ),
    "BR": (
        "Nubank|Nu|Itaú|Itau|Itaú Unibanco|Bradesco|Banco Bradesco|Banco do Brasil|BB Banco do Brasil"
        "|Caixa Econômica|Caixa Econômica Federal|Caixa Economica Federal|Santander Brasil|Inter|Banco Inter|C6"
        "|C6 Bank|C6Bank|Banco C6|PicPay|Mercado Pago|Mercado Livre|PagBank|PagSeguro|Neon Brasil|Banco Neon|Next"
        "|Banco Next|Original|Banco Original|BTG|BTG Pactual|Banco BTG|Safra|Banco Safra|Sicredi|Sicoob|Banrisul"
        "|BRB|BRB Banco de Brasília|Banco de Brasília|Banco Pan|Pan|BMG|Banco BMG|Digio|Banestes|Will Bank|Will"
        "|Agibank|Banco Mercantil|Daycoval|Banco Daycoval|BV|Banco BV|Votorantim|Banco Votorantim|XP|Banco XP"
        "|XP Investimentos|Rico|Modal|ModalMais|Banco Modal|Credicard|Porto Seguro|Porto Bank|Porto|Renner"
        "|Realize|Riachuelo|Midway|Cetelem Brasil|Banco do Nordeste|BNB|Banpará|Ame Digital|Itaucard|Hipercard"
        "|Losango|Trigg|Magalu|Iti|Iti Itaú|Stone|Cora|RecargaPay|Superdigital|HSBC Brasil|Citibank Brasil"
        "|Unicred|Cresol|Ailos|Viacredi|Elo Nubank|Uniprime|Carrefour Brasil"
    ),
    "AR": (
        "Banco Galicia|Galicia|Banco Nación|Banco de la Nación Argentina|Banco Nacion|Banco Provincia"
        "|Banco Provincia de Buenos Aires|Banco Macro|Macro|BBVA Francés|BBVA Argentina|Santander Río"
        "|Santander Rio|Santander Argentina|Brubank|Ualá|Uala|Mercado Pago Argentina|Naranja X|Tarjeta Naranja"
        "|Naranja|Banco Ciudad|Banco Patagonia|Supervielle|Banco Supervielle|ICBC Argentina|HSBC Argentina"
        "|Banco Hipotecario|Credicoop|Banco Credicoop|Banco Comafi|Comafi|Banco San Juan|Banco de Córdoba|Bancor"
        "|Banco Santa Fe|Lemon|Lemon Cash|Prex|Personal Pay|Cabal|Wilobank|Openbank Argentina|Belo|Banco Piano"
        "|Itaú Argentina|Rebanking|Reba|Banco del Sol|Banco Columbia|Nuevo Banco del Chaco|Tarjeta Nevada"
        "|Banco Industrial|BIND"
    ),
    "MX": (
        "BBVA México|BBVA Bancomer|Bancomer|Banamex|Citibanamex|Citi Banamex|Santander México|Banorte|HSBC México"
        "|Scotiabank México|Inbursa|Banco Inbursa|Banco Azteca|Azteca|BanCoppel|Bancoppel|Banregio|Hey Banco"
        "|Hey Banregio|Afirme|Banca Afirme|BanBajío|Banbajio|Banco del Bajío|Nu México|Stori|Klar|Albo"
        "|Mercado Pago México|Spin|Spin by Oxxo|Saldazo|Ualá México|Invex|Banca Mifel|Mifel|Multiva|Banco Multiva"
        "|Actinver|Banco Ahorro Famoso|Compartamos|Bansi|Monex|Ve por Más|Bx+|Liverpool|Rappi|RappiCard|Vexi"
        "|American Express México|Cuenca|Fondeadora|Consubanco|Autofin|Bineo|Banco del Bienestar|Banjército"
        "|Coppel|Plata|DiDi Card|Kueski"
    ),
    "CO": (
        "Bancolombia|Davivienda|Banco de Bogotá|Banco de Bogota|BBVA Colombia|Banco Popular Colombia"
        "|Banco de Occidente|AV Villas|Banco AV Villas|Scotiabank Colpatria|Colpatria|Banco Caja Social"
        "|Caja Social|Banco Falabella|Falabella|Nequi|Daviplata|Nu Colombia|Rappipay|RappiPay|Itaú Colombia"
        "|Banco Agrario|Bancoomeva|Lulo Bank|Lulo|Banco GNB Sudameris|GNB Sudameris|Tuya|Éxito"
        "|Banco Pichincha Colombia|Banco W|Movii|Dale|Bancamía|Banco Finandina|Finandina|Serfinanza"
        "|Banco Serfinanza|Banco Cooperativo Coopcentral|Confiar|Ualá Colombia"
    ),
    "CL": (
        "Banco de Chile|Banco Chile|Edwards|Banco Edwards|BancoEstado|Banco Estado|Santander Chile|BCI"
        "|Banco de Crédito e Inversiones|Scotiabank Chile|Itaú Chile|Itau Corpbanca|Corpbanca"
        "|Banco Falabella Chile|CMR|CMR Falabella|Banco Security|BICE|Banco BICE|Ripley|Banco Ripley"
        "|Banco Consorcio|Banco Internacional|Tenpo|MACH|MACH BCI|Coopeuch|Cuenta RUT|CuentaRUT|Los Héroes"
        "|Prepago Los Héroes|Chek|Lider BCI|Cencosud|Scotiabank Cencosud|BBVA Chile|Tapp|La Araucana|Banco París"
    ),
    "PE": (
        "BCP Perú|Banco de Crédito|Banco de Crédito del Perú|Interbank|BBVA Perú|BBVA Continental"
        "|Banco Continental|Scotiabank Perú|Banco de la Nación|BanBif|Mibanco|Banco Pichincha|Pichincha"
        "|Banco Falabella Perú|Banco Ripley Perú|Banco GNB|Caja Arequipa|Caja Huancayo|Caja Piura|Yape|Plin|Ligo"
        "|Tunki|Agora|Oh!|Tarjeta Oh|Diners Club Perú|Banco Azteca Perú|Alfin|Alfin Banco|Compartamos Perú"
        "|Caja Cusco|Caja Trujillo|Banco de Comercio"
    ),
    "EC": (
        "Banco Pichincha Ecuador|Banco Guayaquil|Banco de Guayaquil|Produbanco|Banco del Pacífico|Banco Pacífico"
        "|Banco Internacional Ecuador|Banco Bolivariano|Bolivariano|Banco del Austro|Diners Club Ecuador"
        "|BanEcuador|Banco de Loja|Banco Solidario|JEP|Cooperativa JEP|Banco General|BAC|BAC Credomatic"
        "|Credomatic|Banistmo|Banesco|Banesco Panamá|Multibank Panamá|Global Bank|Caja de Ahorros|Towerbank"
        "|Banco Nacional de Panamá|Banco Nacional de Costa Rica|BNCR|Banco de Costa Rica|BCR Costa Rica"
        "|Scotiabank Costa Rica|Davivienda Costa Rica|Banco Popular Costa Rica|Promerica|Banco Promerica"
        "|Banco Industrial Guatemala|Banrural|G&T Continental|Banco G&T Continental|Banco Agromercantil|BAM"
        "|BAC Honduras|Ficohsa|Banco Atlántida|Atlántida|Banpaís|Banco Agrícola|Banco Cuscatlán|Lafise|Bancentro"
        "|Banpro|Banco Popular Dominicano|Popular Dominicano|Banreservas|Banco de Reservas|BHD|BHD León|Banco BHD"
        "|Scotiabank República Dominicana|Banco Santa Cruz|Asociación Popular|APAP|Qik|Banco Caribe"
    ),
    "VE": (
        "Banco de Venezuela|BDV|Banesco Venezuela|Mercantil|Banco Mercantil Venezuela|Provincial|BBVA Provincial"
        "|Banco Provincial|BOD|Banco Occidental de Descuento|BNC Venezuela|Banco Nacional de Crédito|Bancaribe"
        "|Banco Exterior|Banplus|Banco del Tesoro|Bicentenario|Banco Bicentenario|Venezolano de Crédito"
        "|Banco Fondo Común|BFC|Banco Caroní|Sofitasa|Banco Plaza|Zinli|Wally|Banco Unión Bolivia|Banco Unión"
        "|Banco Mercantil Santa Cruz|Banco Nacional de Bolivia|BNB Bolivia|Banco Bisa|Bisa|Banco Ganadero"
        "|Banco FIE|Banco Sol|BancoSol|Banco Económico|Itaú Paraguay|Banco Itaú Paraguay"
        "|Banco Continental Paraguay|Ueno|Ueno Bank|Banco Familiar|Visión Banco|Sudameris|BROU|Banco República"
        "|Banco de la República Oriental del Uruguay|Itaú Uruguay|Santander Uruguay|Scotiabank Uruguay"
        "|BBVA Uruguay|OCA|OCA Blue|Prex Uruguay|Midinero|HSBC Uruguay"
    ),
    "JM": (
        "NCB Jamaica|National Commercial Bank Jamaica|Scotiabank Jamaica|JN Bank|Sagicor Bank|JMMB|JMMB Bank"
        "|CIBC FirstCaribbean|FirstCaribbean|CIBC Caribbean|Republic Bank|Republic Bank Trinidad"
        "|First Citizens Trinidad|RBC Royal Bank Trinidad|Royal Bank of Trinidad|Scotiabank Trinidad|Butterfield"
        "|Butterfield Bank|Cayman National|Cayman National Bank|Bank of The Bahamas|Commonwealth Bank Bahamas"
        "|Fidelity Bank Bahamas|Bank of St. Lucia|Sagicor|Hatton|Demerara Bank|GBTI|Heritage Bank Belize"
        "|Atlantic Bank|Belize Bank|Banque de l'Union Haïtienne|Unibank Haiti|Sogebank|Maduro & Curiel's Bank"
        "|MCB Curacao|Aruba Bank|CMB Aruba|Hakrinbank|DSB Suriname|Finabank"
    ),
    "MT": (
        "Bank of Valletta|BOV|HSBC Malta|APS Bank|APS|Lombard Bank|Lombard Bank Malta|BNF Bank|MeDirect|FIMBank"
        "|Sparkasse Malta|Agribank Malta|Banif Malta|Andbanc|Crèdit Andorrà|Morabanc|Gibraltar International Bank"
        "|Jyske Gibraltar|Turicum|LGT|LGT Bank|Liechtensteinische Landesbank|LLB|VP Bank Liechtenstein|Bank Frick"
        "|CMB Monaco|Isle of Man Bank|Conister Bank|Nationwide International|Jersey Post|Skipton International"
        "|Standard Bank Jersey|Butterfield Guernsey|Betri Banki|BankNordik|Norðoya Sparikassi|GrønlandsBANKEN"
    ),
    "IR": (
        "Bank Melli|Bank Mellat|Bank Saderat|Bank Tejarat|Bank Pasargad|Bank Saman|Bank Parsian|Bank Maskan"
        "|Bank Sepah|Bank Keshavarzi|Blu Bank|بانک ملی|بانک ملت|بانک صادرات|بانک تجارت|بانک پاسارگاد|بانک سامان"
        "|Rafidain Bank|Rasheed Bank|Trade Bank of Iraq|Bank of Baghdad|Al Rafidain|First Iraqi Bank|FIB"
        "|Cihan Bank|Kabul Bank|Azizi Bank|Afghanistan International Bank|AIB Afghanistan|Bank of Palestine"
        "|Quds Bank|Arab Islamic Bank|Cairo Amman Palestine|Bank of Khartoum|Jumhouria Bank|CAC Bank|Kuraimi Bank"
        "|Yemen Kuwait Bank"
    ),
    "MN": (
        "Khan Bank|Хаан банк|Golomt|Golomt Bank|Голомт банк|TDB Mongolia|Trade and Development Bank|XacBank"
        "|Xac Bank|State Bank Mongolia|Capitron Bank|ABA|ABA Bank|Acleda|ACLEDA Bank|Canadia Bank|Wing Bank|Wing"
        "|Prince Bank|Sathapana|KBZ|KBZ Bank|AYA Bank|CB Bank|Yoma Bank|BCEL|JDB Laos|Joint Development Bank|LDB"
        "|Bank of Bhutan|BoB Bhutan|Bank of Maldives|BML|BSP|Bank South Pacific|Kina Bank|ANZ Fiji|Westpac Fiji"
        "|Baiduri|Baiduri Bank|BIBD"
    ),
}
"""Issuers by country, parted by `|`. Where two countries share an abbreviation it stands with one of them only."""

NETWORKS = (
    "apple pay|google pay|samsung pay|gpay|visa|visa card|visa debit|visa credit|visa electron|visa classic"
    "|visa gold|visa platinum|visa infinite"
    "|visa signature|master|mastercard|master card|mastercards"
    "|master cards|mastercard debit|mastercard gold|mastercard standard|maestro|maestro card|cirrus|mir|мир"
    "|карта мир|mir card|unionpay|union pay|china unionpay|china union pay|cup|银联"
    "|rupay|ru pay|elo|hipercard network|jcb|jcb card|interac|eftpos|girocard|giro card|v pay|vpay|bancontact"
    "|carte bleue|carte bancaire|cb|troy|prostir|простір|uzcard|humo|dankort"
    "|bancomat|pagobancomat|multibanco|mada|knet|benefit|meeza|verve|виза|віза|мастеркард|мастер кард"
    "|мастеркарт|маэстро|маестро|юнионпей|юніонпей|visa mastercard|mc|mastero|pulse|nyce|star network"
    "|plus network"
)
"""Card networks and schemes, and what people write for them: no issuers."""
