"""Large cities by country, in the languages people write them: only to find a city that nothing else sets apart."""

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from states.reading.words import plain

LARGE_CITIES: Mapping[str, str] = {
    "AE": "Dubai|Abu Dhabi|Sharjah|Ajman|Al Ain|Ras Al Khaimah|Fujairah|Umm Al Quwain|Дубай|Абу-Даби|Dubái|Dubaï",
    "AL": "Tirana|Tiranë|Durrës|Vlorë|Shkodër|Elbasan|Fier|Sarandë",
    "AM": "Yerevan|Erevan|Gyumri|Vanadzor|Ереван|Երևան",
    "AR": (
        "Buenos Aires|Ciudad de Buenos Aires|CABA|Ciudad Autónoma de Buenos Aires|Córdoba|Rosario|Mendoza"
        "|La Plata|Mar del Plata|Tucumán|San Miguel de Tucumán|Salta|Santa Fe|San Juan|Neuquén|Bahía Blanca"
        "|Resistencia|Posadas|Quilmes|Paraná|Ushuaia|Bariloche"
    ),
    "AT": (
        "Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|St. Pölten|Dornbirn|Bregenz|Вена|Steyr"
        "|Wiener Neustadt|Відень"
    ),
    "AU": (
        "Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Gold Coast|Newcastle|Hobart|Darwin|Cairns|Geelong"
        "|Wollongong|Townsville|Ballarat|Bendigo|Toowoomba|Parramatta|Sunshine Coast|Fremantle|Bondi|Launceston"
        "|Mackay"
    ),
    "AZ": "Baku|Bakı|Ganja|Sumqayit|Баку|Sumgait",
    "BA": "Sarajevo|Banja Luka|Mostar|Tuzla|Zenica",
    "BD": "Dhaka|Chittagong|Chattogram|Sylhet|Khulna|Rajshahi|Comilla|Narayanganj|Gazipur|Barishal|Rangpur",
    "BE": (
        "Brussels|Bruxelles|Brussel|Antwerp|Antwerpen|Anvers|Gent|Ghent|Gand|Brugge|Bruges|Liège|Luik|Namur|Namen"
        "|Leuven|Louvain|Charleroi|Mons|Bergen|Mechelen|Aalst|Kortrijk|Hasselt|Oostende|Ostend|Genk|Ixelles"
        "|Schaerbeek|Etterbeek|Anderlecht|Uccle|Waterloo|Louvain-la-Neuve|Брюссель"
    ),
    "BG": (
        "Sofia|София|Plovdiv|Пловдив|Varna|Варна|Burgas|Бургас|Ruse|Русе|Stara Zagora|Стара Загора|Pleven|Плевен"
        "|Bansko|Veliko Tarnovo|Велико Търново|Blagoevgrad|Sliven|Dobrich|Shumen|Sofía"
    ),
    "BH": "Manama|Muharraq|Riffa",
    "BO": "La Paz|Santa Cruz de la Sierra|Santa Cruz|Cochabamba|Sucre|Oruro|El Alto|Tarija|Potosí",
    "BR": (
        "São Paulo|Sao Paulo|Rio de Janeiro|Brasília|Brasilia|Belo Horizonte|Salvador|Curitiba|Fortaleza|Recife"
        "|Porto Alegre|Manaus|Belém|Goiânia|Campinas|Guarulhos|Florianópolis|Vitória|Santos|Natal|Maceió"
        "|João Pessoa|Campo Grande|Cuiabá|São Luís|Teresina|Aracaju|Joinville|Londrina|Niterói|Osasco|Sorocaba"
        "|Ribeirão Preto|Uberlândia|Santo André|São Bernardo do Campo|Jundiaí|Blumenau|Maringá|Caxias do Sul"
        "|Balneário Camboriú|São José dos Campos|Juiz de Fora|Feira de Santana|Vila Velha|Barueri|Porto Velho"
        "|Foz do Iguaçu|Pelotas|São José|Petrópolis"
    ),
    "BY": (
        "Minsk|Минск|Мінск|Гомель|Gomel|Брест|Brest|Гродно|Grodno|Hrodna|Могилёв|Могилев|Mogilev|Витебск|Vitebsk"
        "|Бобруйск|Пинск|Барановичи|Борисов|Солигорск"
    ),
    "CA": (
        "Toronto|Montreal|Montréal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Quebec City|Québec|Quebec|Hamilton"
        "|Mississauga|Halifax|Victoria|London|Kitchener|Waterloo|Laval|Gatineau|Burnaby|Surrey|Richmond|Markham"
        "|Brampton|Saskatoon|Regina|Kelowna|Windsor|Oshawa|Vaughan|Sherbrooke|St. John's|Fredericton|Moncton"
        "|Barrie|Oakville|Burlington|Guelph|Kingston|Sudbury|Thunder Bay|Longueuil|Richmond Hill|Abbotsford"
        "|North Vancouver|Coquitlam|Etobicoke|Scarborough|North York|Red Deer|Lethbridge|Nanaimo|Whitehorse"
        "|Charlottetown|Trois-Rivières|Saint John|Banff|Whistler"
    ),
    "CH": (
        "Zürich|Zurich|Zuerich|Genève|Geneva|Genf|Basel|Bâle|Bern|Berne|Lausanne|Luzern|Lucerne|Winterthur"
        "|St. Gallen|Lugano|Biel|Thun|Zug|Fribourg|Freiburg|Neuchâtel|Sion|Chur|Montreux|Davos|Schaffhausen"
        "|Locarno|Bellinzona|Vevey|Nyon|Uster|Aarau|Solothurn|Köniz|Цюрих|Женева|Ginebra|Zurigo|Ginevra"
    ),
    "CL": (
        "Santiago|Santiago de Chile|Valparaíso|Viña del Mar|Concepción|Antofagasta|La Serena|Temuco|Iquique"
        "|Rancagua|Puerto Montt|Arica|Talca|Las Condes|Providencia|Ñuñoa|Punta Arenas|Coquimbo|Maipú|Puente Alto"
        "|Vitacura"
    ),
    "CN": (
        "Beijing|Shanghai|Guangzhou|Shenzhen|Chengdu|Hangzhou|Wuhan|Xi'an|Xian|Chongqing|Nanjing|Tianjin|Suzhou"
        "|Qingdao|Dalian|Xiamen|Harbin|Shenyang|Kunming|Changsha|Ningbo|Zhengzhou|Jinan|Foshan|Dongguan|Fuzhou|北京"
        "|上海|广州|深圳|成都|杭州|武汉|西安|重庆|南京|天津|Пекин|Шанхай|Urumqi|Hefei|Wuxi|Zhuhai|Sanya"
    ),
    "CO": (
        "Bogotá|Bogota|Bogotá D.C.|Medellín|Medellin|Cali|Barranquilla|Cartagena|Bucaramanga|Cúcuta|Pereira"
        "|Manizales|Santa Marta|Ibagué|Villavicencio|Pasto|Armenia|Envigado|Neiva|Montería|Soacha|Bello|Itagüí"
    ),
    "CR": "San José|San Jose|Alajuela|Heredia|Cartago|Escazú|Limón",
    "CU": "La Habana|Havana|Santiago de Cuba",
    "CY": (
        "Nicosia|Lefkosia|Limassol|Lemesos|Larnaca|Paphos|Pafos|Famagusta|Ayia Napa|Лимассол|Никосия|Ларнака"
        "|Пафос|Λευκωσία|Λεμεσός|Лімасол"
    ),
    "CZ": (
        "Praha|Prague|Praha 1|Prag|Brno|Brünn|Ostrava|Plzeň|Plzen|Pilsen|Liberec|Olomouc|České Budějovice"
        "|Hradec Králové|Pardubice|Zlín|Ústí nad Labem|Karlovy Vary|Kladno|Opava|Jihlava|Teplice|Most|Děčín"
        "|Havířov|Прага|Praga|Брно|Frýdek-Místek"
    ),
    "DE": (
        "Berlin|Hamburg|München|Muenchen|Munich|Köln|Koeln|Cologne|Frankfurt|Frankfurt am Main|Stuttgart"
        "|Düsseldorf|Duesseldorf|Dortmund|Essen|Leipzig|Bremen|Dresden|Hannover|Hanover|Nürnberg|Nuremberg"
        "|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Mönchengladbach"
        "|Gelsenkirchen|Braunschweig|Chemnitz|Kiel|Aachen|Halle|Halle (Saale)|Magdeburg|Freiburg"
        "|Freiburg im Breisgau|Krefeld|Lübeck|Oberhausen|Erfurt|Mainz|Rostock|Kassel|Hagen|Hamm|Saarbrücken"
        "|Mülheim|Potsdam|Ludwigshafen|Oldenburg|Leverkusen|Osnabrück|Solingen|Heidelberg|Herne|Neuss|Darmstadt"
        "|Paderborn|Regensburg|Ingolstadt|Würzburg|Fürth|Wolfsburg|Offenbach|Ulm|Heilbronn|Pforzheim|Göttingen"
        "|Bottrop|Trier|Recklinghausen|Reutlingen|Bremerhaven|Koblenz|Jena|Remscheid|Erlangen|Siegen|Moers"
        "|Cottbus|Hildesheim|Salzgitter|Konstanz|Passau|Bamberg|Bayreuth|Weimar|Берлин|Мюнхен|Гамбург|Кёльн|Кельн"
        "|Франкфурт|Штутгарт|Дюссельдорф|Берлін|Múnich|Berlino|Monaco di Baviera|Amburgo|Colonia|Berlín|Berlim"
        "|Munique|Hamburgo|Monachium|Kolonia"
    ),
    "DK": (
        "København|Copenhagen|Kopenhagen|Kobenhavn|Copenhague|København K|Aarhus|Århus|Odense|Aalborg"
        "|Frederiksberg|Esbjerg|Randers|Kolding|Horsens|Vejle|Roskilde|Herning|Silkeborg|Hellerup|Helsingør"
        "|Копенгаген"
    ),
    "DO": "Santo Domingo|Santiago de los Caballeros|Punta Cana|La Romana|Puerto Plata",
    "DZ": "Algiers|Alger|Oran|Constantine|Annaba|Blida|Sétif|Batna",
    "EC": "Quito|Guayaquil|Cuenca|Ambato|Manta|Machala|Loja",
    "EE": "Tallinn|Tartu|Narva|Pärnu|Таллин|Таллинн|Тарту|Нарва|Viljandi|Rakvere",
    "EG": (
        "Cairo|Alexandria|Giza|Le Caire|Sharm El Sheikh|Hurghada|Luxor|Aswan|Nasr City|New Cairo|القاهرة"
        "|الإسكندرية|Heliopolis|Mansoura|Maadi"
    ),
    "ES": (
        "Madrid|Barcelona|Valencia|València|Sevilla|Seville|Zaragoza|Saragossa|Málaga|Malaga|Murcia|Palma"
        "|Palma de Mallorca|Bilbao|Alicante|Alacant|Córdoba|Valladolid|Vigo|Gijón|L'Hospitalet de Llobregat"
        "|L'Hospitalet|A Coruña|La Coruña|Coruña|Granada|Vitoria|Vitoria-Gasteiz|Elche|Oviedo|Badalona|Cartagena"
        "|Terrassa|Sabadell|Jerez|Jerez de la Frontera|Móstoles|Santa Cruz de Tenerife|Pamplona|Almería"
        "|Alcalá de Henares|Fuenlabrada|Leganés|San Sebastián|Donostia|Getafe|Burgos|Santander|Albacete|Castellón"
        "|Castellón de la Plana|Alcorcón|La Laguna|Logroño|Badajoz|Salamanca|Huelva|Lleida|Tarragona|Marbella"
        "|León|Cádiz|Mataró|Dos Hermanas|Torrejón de Ardoz|Reus|Girona|Gerona|Santiago de Compostela|Lugo|Cáceres"
        "|Toledo|Torrevieja|Benidorm|Fuengirola|Torremolinos|Estepona|Las Palmas|Las Palmas de Gran Canaria|Ibiza"
        "|Pontevedra|Ourense|Palencia|Ávila|Segovia|Soria|Cuenca|Guadalajara|Ciudad Real|Jaén|Sitges|Мадрид"
        "|Барселона|Валенсия|Малага|Аликанте|Madryt|Mataro|Orihuela|Mijas|Denia"
    ),
    "ET": "Addis Ababa|Addis Abeba",
    "FI": (
        "Helsinki|Helsingfors|Espoo|Tampere|Vantaa|Turku|Oulu|Lahti|Jyväskylä|Kuopio|Pori|Rovaniemi|Vaasa|Joensuu"
        "|Kotka|Хельсинки|Lappeenranta|Hämeenlinna"
    ),
    "FR": (
        "Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Le Havre"
        "|Saint-Étienne|Saint-Etienne|Toulon|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Saint-Denis|Le Mans"
        "|Aix-en-Provence|Clermont-Ferrand|Brest|Tours|Limoges|Amiens|Perpignan|Metz|Besançon"
        "|Boulogne-Billancourt|Orléans|Mulhouse|Rouen|Caen|Nancy|Argenteuil|Montreuil|Roubaix|Tourcoing|Avignon"
        "|Nanterre|Poitiers|Versailles|Créteil|Pau|La Rochelle|Calais|Antibes|Cannes|Béziers|Colmar|Annecy"
        "|Bourges|Saint-Nazaire|Quimper|Valence|Troyes|Lorient|Neuilly-sur-Seine|Levallois-Perret"
        "|Issy-les-Moulineaux|Chambéry|Bayonne|Biarritz|Париж|Лион|Марсель|Ницца|París|Parigi|Paryż|Lyón|Marsella"
        "|Niza|Cergy|Courbevoie|Ajaccio|Bastia|Menton|Hyères|Arles"
    ),
    "GB": (
        "London|Birmingham|Manchester|Leeds|Glasgow|Liverpool|Newcastle|Newcastle upon Tyne|Sheffield|Bristol"
        "|Edinburgh|Cardiff|Leicester|Coventry|Bradford|Nottingham|Kingston upon Hull|Hull|Stoke-on-Trent"
        "|Wolverhampton|Plymouth|Derby|Southampton|Swansea|Belfast|Aberdeen|Portsmouth|York|Dundee|Northampton"
        "|Luton|Milton Keynes|Norwich|Oxford|Cambridge|Reading|Brighton|Hove|Brighton and Hove|Bournemouth|Poole"
        "|Middlesbrough|Sunderland|Bolton|Peterborough|Exeter|Gloucester|Cheltenham|Bath|Swindon|Blackpool"
        "|Preston|Ipswich|Colchester|Chelmsford|Southend-on-Sea|Slough|Watford|Wigan|Warrington|Stockport|Oldham"
        "|Rochdale|Salford|Huddersfield|Wakefield|Doncaster|Rotherham|Barnsley|Lincoln|Grimsby|Carlisle|Durham"
        "|Lancaster|Chester|Shrewsbury|Telford|Worcester|Hereford|Crawley|Guildford|Woking|Basingstoke|Winchester"
        "|Salisbury|Eastbourne|Hastings|Maidstone|Canterbury|Dover|Margate|Inverness|Perth|Stirling|Paisley"
        "|Newport|Wrexham|Bangor|Derry|Londonderry|Lisburn|Newry|Truro|Torquay|Harrogate|Burnley|Blackburn|Bury"
        "|St Albans|Stevenage|Harlow|Croydon|Bromley|Ealing|Harrow|Hounslow|Ilford|Romford|Enfield|Barnet"
        "|Kingston upon Thames|Richmond|Wimbledon|Greenwich|Stratford|Solihull|Walsall|Dudley|West Bromwich"
        "|Nuneaton|Rugby|Loughborough|Mansfield|Chesterfield|Scunthorpe|Darlington|Hartlepool|Gateshead"
        "|South Shields|Livingston|Dunfermline|Kirkcaldy|Ayr|Kilmarnock|Hamilton|East Kilbride|Falkirk|Aylesbury"
        "|High Wycombe|Maidenhead|Windsor|Bracknell|Bedford|Kettering|Corby|Great Yarmouth|King's Lynn|Lowestoft"
        "|Worthing|Bognor Regis|Chichester|Fareham|Gosport|Weymouth|Taunton|Yeovil|Barnstaple|Bridgwater"
        "|Weston-super-Mare|Лондон|Манчестер|Londres|Londra|Londyn|Londýn|Бирмингем|Ліверпуль|Edimburgo|Édimbourg"
        "|Macclesfield|Crewe|Stafford|Burton upon Trent|Tamworth|Redditch|Kidderminster|Banbury|Dartford"
        "|Gravesend|Gillingham|Chatham|Folkestone|Ashford|Tunbridge Wells|Royal Tunbridge Wells|Sevenoaks|Reigate"
        "|Epsom|Staines|Uxbridge|Hemel Hempstead|Welwyn Garden City|Halifax|Keighley|Skipton|Scarborough|Whitby"
        "|Kendal|Keswick|Penzance|Falmouth|St Andrews|Fort William|Oban|Elgin|Lerwick|Aberystwyth|Llanelli|Barry"
        "|Merthyr Tydfil|Stourbridge"
    ),
    "GE": "Tbilisi|Batumi|Kutaisi|Rustavi|Zugdidi|Poti|Тбилиси|Батуми|Кутаиси|თბილისი|Gori|Тбілісі",
    "GH": "Accra|Kumasi|Tamale|Takoradi|Tema|Cape Coast",
    "GR": (
        "Athens|Athina|Athen|Athènes|Atenas|Atene|Thessaloniki|Patras|Patra|Heraklion|Iraklio|Larissa|Volos"
        "|Piraeus|Rhodes|Chania|Corfu|Ioannina|Kavala|Glyfada|Kalamata|Αθήνα|Θεσσαλονίκη|Πάτρα|Πειραιάς|Афины"
        "|Салоники"
    ),
    "HK": "Hong Kong|Kowloon|Central|Wan Chai|Tsim Sha Tsui|Causeway Bay|Mong Kok|Sha Tin|Tuen Mun|New Territories",
    "HR": "Zagreb|Split|Rijeka|Osijek|Zadar|Pula|Dubrovnik|Varaždin|Karlovac|Šibenik|Загреб|Slavonski Brod|Sisak",
    "HU": (
        "Budapest|Debrecen|Szeged|Miskolc|Pécs|Győr|Nyíregyháza|Kecskemét|Székesfehérvár|Szombathely|Eger|Sopron"
        "|Будапешт|Veszprém|Siófok"
    ),
    "ID": (
        "Jakarta|Jakarta Selatan|Jakarta Pusat|Jakarta Barat|Jakarta Utara|Surabaya|Bandung|Medan|Denpasar|Bali"
        "|Semarang|Yogyakarta|Makassar|Bekasi|Tangerang|Depok|Bogor|Ubud|Batam|Palembang|Malang|South Jakarta"
        "|Central Jakarta|Kuta|Canggu"
    ),
    "IE": (
        "Dublin|Cork|Galway|Limerick|Waterford|Drogheda|Dundalk|Swords|Bray|Navan|Ennis|Kilkenny|Tralee|Sligo"
        "|Athlone|Wexford|Letterkenny|Killarney|Naas|Carlow|Дублин|Dún Laoghaire|Dun Laoghaire|Maynooth|Castlebar"
        "|Westport|Dublin 2|Dublin 4|Newbridge|Portlaoise|Mullingar|Tullamore|Clonmel"
    ),
    "IL": (
        "Tel Aviv|Tel Aviv-Yafo|Jerusalem|Haifa|Rishon LeZion|Petah Tikva|Ashdod|Netanya|Beer Sheva|Be'er Sheva"
        "|Holon|Bnei Brak|Ramat Gan|Herzliya|Eilat|Bat Yam|Ashkelon|Rehovot|Kfar Saba|Ra'anana|Modiin|Nahariya"
        "|Тель-Авив|Хайфа|Иерусалим|תל אביב|ירושלים|חיפה|Tel-Aviv|Raanana|Hadera"
    ),
    "IN": (
        "Mumbai|Bombay|Delhi|New Delhi|Bangalore|Bengaluru|Hyderabad|Chennai|Madras|Kolkata|Calcutta|Pune"
        "|Ahmedabad|Jaipur|Surat|Lucknow|Kanpur|Nagpur|Indore|Bhopal|Patna|Vadodara|Ludhiana|Agra|Nashik"
        "|Faridabad|Ghaziabad|Rajkot|Varanasi|Amritsar|Allahabad|Prayagraj|Ranchi|Coimbatore|Kochi|Cochin"
        "|Thiruvananthapuram|Trivandrum|Chandigarh|Guwahati|Mysore|Mysuru|Gurgaon|Gurugram|Noida|Greater Noida"
        "|Dehradun|Visakhapatnam|Vijayawada|Madurai|Goa|Panaji|Mangalore|Hubli|Thane|Navi Mumbai|Udaipur|Jodhpur"
        "|Raipur|Bhubaneswar|Kozhikode|Calicut|Thrissur|Srinagar|Jammu|Shimla|Mohali|Meerut|Salem|Tiruchirappalli"
        "|Puducherry|Pondicherry|Jalandhar|Gwalior|Jabalpur|Secunderabad|Aurangabad|Howrah|Siliguri|Margao"
    ),
    "IQ": "Baghdad|Basra|Erbil|Mosul|Sulaymaniyah|Najaf|Kirkuk|بغداد",
    "IR": "Tehran|Mashhad|Isfahan|Shiraz|Tabriz|Karaj|Qom|Ahvaz|تهران|اصفهان|شیراز",
    "IS": "Reykjavik|Reykjavík|Akureyri|Kópavogur|Hafnarfjörður|Keflavík",
    "IT": (
        "Roma|Rome|Rom|Milano|Milan|Mailand|Napoli|Naples|Torino|Turin|Palermo|Genova|Genoa|Bologna|Firenze"
        "|Florence|Florenz|Bari|Catania|Venezia|Venice|Verona|Messina|Padova|Padua|Trieste|Brescia|Parma|Taranto"
        "|Prato|Modena|Reggio Calabria|Reggio Emilia|Perugia|Livorno|Ravenna|Cagliari|Foggia|Rimini|Salerno"
        "|Ferrara|Sassari|Latina|Monza|Siracusa|Pescara|Bergamo|Forlì|Trento|Vicenza|Terni|Bolzano|Bozen|Novara"
        "|Piacenza|Ancona|Andria|Arezzo|Udine|Cesena|Lecce|Pesaro|Como|Varese|Pisa|Lucca|Siena|Pavia|Cremona"
        "|Mantova|Treviso|Rovigo|Savona|La Spezia|Sanremo|Imperia|Matera|Potenza|Cosenza|Catanzaro|Caserta"
        "|Avellino|Trapani|Agrigento|Ragusa|Olbia|Aosta|Asti|Alessandria|Cuneo|Рим|Милан|Неаполь|Турин|Milão"
        "|Roma Capitale|Rzym|Mediolan|Florencia|Nápoles|Milán|Венеция|Lodi|Lecco|Grosseto|Viterbo"
    ),
    "JM": "Kingston|Montego Bay|Spanish Town|Portmore",
    "JO": "Amman|Zarqa|Irbid|Aqaba|عمان",
    "JP": (
        "Tokyo|Tōkyō|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Kobe|Fukuoka|Kawasaki|Hiroshima|Sendai|Saitama|Chiba"
        "|Kitakyushu|Sakai|Niigata|Hamamatsu|Shizuoka|Okayama|Kumamoto|Kagoshima|Naha|Nara|Kanazawa|Shibuya"
        "|Shinjuku|Minato|Chiyoda|東京|大阪|京都|横浜|Токио|Tokio|Tóquio|Осака|Shibuya-ku|Minato-ku|Setagaya"
    ),
    "KE": "Nairobi|Mombasa|Kisumu|Nakuru|Eldoret|Thika|Kiambu|Malindi",
    "KG": "Bishkek|Osh|Бишкек|Ош",
    "KH": "Phnom Penh|Siem Reap|Sihanoukville",
    "KR": (
        "Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Suwon|Ulsan|Seongnam|Jeju|Goyang|서울|부산|인천|Сеул|Seúl|Gangnam-gu"
        "|Changwon"
    ),
    "KW": "Kuwait City|Salmiya|Hawally|Al Kuwait|Farwaniya",
    "KZ": (
        "Almaty|Алматы|Алма-Ата|Astana|Астана|Nur-Sultan|Нур-Султан|Shymkent|Шымкент|Karaganda|Караганда|Aktobe"
        "|Актобе|Актау|Aktau|Атырау|Atyrau|Павлодар|Pavlodar|Костанай|Kostanay|Усть-Каменогорск|Семей|Тараз"
        "|Уральск|Кызылорда|Петропавловск"
    ),
    "LB": "Beirut|Beyrouth|Tripoli|Sidon|Jounieh|Zahle|بيروت",
    "LK": "Colombo|Kandy|Galle|Negombo|Jaffna|Dehiwala|Moratuwa|Nugegoda|Kotte",
    "LT": (
        "Vilnius|Kaunas|Klaipėda|Klaipeda|Šiauliai|Siauliai|Panevėžys|Panevezys|Alytus|Marijampolė|Palanga"
        "|Вильнюс|Каунас|Клайпеда|Wilno|Вільнюс"
    ),
    "LU": "Luxembourg|Luxembourg City|Luxemburg|Esch-sur-Alzette|Differdange|Dudelange|Strassen|Bertrange",
    "LV": (
        "Riga|Rīga|Рига|Daugavpils|Даугавпилс|Liepāja|Liepaja|Лиепая|Jelgava|Jūrmala|Jurmala|Юрмала|Ventspils"
        "|Rēzekne|Valmiera|Рига|Ryga|Ogre"
    ),
    "MA": (
        "Casablanca|Rabat|Marrakech|Marrakesh|Fes|Fès|Tangier|Tanger|Agadir|Meknès|Oujda|Kenitra|Tetouan|Salé"
        "|الدار البيضاء|Mohammedia"
    ),
    "MC": "Monaco|Monte Carlo|Monte-Carlo",
    "MD": "Chișinău|Chisinau|Кишинёв|Кишинев|Bălți|Бельцы|Tiraspol|Тирасполь|Комрат|Chișinau|Кишинів",
    "ME": "Podgorica|Budva|Bar|Nikšić|Herceg Novi|Kotor|Tivat|Подгорица|Будва|Ulcinj",
    "MK": "Skopje|Скопје|Скопье|Bitola|Ohrid|Kumanovo|Tetovo",
    "MT": (
        "Valletta|Sliema|St. Julian's|St Julians|San Ġiljan|Birkirkara|Msida|Gżira|Gzira|Mosta|Qormi|Swieqi"
        "|St Paul's Bay|Rabat|Victoria"
    ),
    "MU": "Port Louis|Curepipe|Quatre Bornes|Vacoas|Grand Baie|Ebene",
    "MX": (
        "Ciudad de México|Ciudad de Mexico|Mexico City|CDMX|México D.F.|México DF|Guadalajara|Monterrey|Puebla"
        "|Tijuana|León|Juárez|Ciudad Juárez|Zapopan|Mérida|Cancún|Cancun|Querétaro|Toluca|Chihuahua|Hermosillo"
        "|Saltillo|Aguascalientes|Mexicali|Culiacán|San Luis Potosí|Acapulco|Veracruz|Oaxaca|Morelia|Cuernavaca"
        "|Playa del Carmen|Torreón|Villahermosa|Xalapa|Tampico|Tlaquepaque|Naucalpan|Ecatepec|Puerto Vallarta"
        "|La Paz|Pachuca|Durango|San Pedro Garza García|Tlalpan|Coyoacán|Celaya|Irapuato|Мехико"
    ),
    "MY": (
        "Kuala Lumpur|Johor Bahru|George Town|Georgetown|Penang|Ipoh|Petaling Jaya|Shah Alam|Subang Jaya"
        "|Kota Kinabalu|Kuching|Melaka|Malacca|Seremban|Kuantan|Klang|Putrajaya|Cyberjaya|Langkawi|Miri|Puchong"
        "|Cheras"
    ),
    "NG": (
        "Lagos|Abuja|Ibadan|Port Harcourt|Kano|Benin City|Kaduna|Enugu|Jos|Ilorin|Abeokuta|Calabar|Uyo|Warri"
        "|Owerri|Onitsha|Aba|Akure|Ikeja|Lekki|Asaba|Osogbo|Ogbomosho|Maiduguri|Zaria|Sokoto|Awka|Yola|Minna"
        "|Lokoja|Makurdi|Ado Ekiti|Ile-Ife|Surulere|Victoria Island"
    ),
    "NL": (
        "Amsterdam|Rotterdam|Den Haag|The Hague|'s-Gravenhage|Utrecht|Eindhoven|Groningen|Tilburg|Almere|Breda"
        "|Nijmegen|Enschede|Haarlem|Arnhem|Amersfoort|Zaandam|Apeldoorn|Hoofddorp|Maastricht|Leiden|Dordrecht"
        "|Zoetermeer|Zwolle|Deventer|Delft|Alkmaar|Heerlen|Venlo|Leeuwarden|Hilversum|'s-Hertogenbosch|Den Bosch"
        "|Amstelveen|Helmond|Oss|Roosendaal|Purmerend|Schiedam|Lelystad|Gouda|Middelburg|Hengelo|Assen|Emmen"
        "|Амстердам|Роттердам|Ámsterdam|Vlaardingen|Bergen op Zoom|Ede|Hoorn|Rijswijk|Diemen"
        "|Capelle aan den IJssel"
    ),
    "NO": (
        "Oslo|Bergen|Trondheim|Stavanger|Drammen|Fredrikstad|Kristiansand|Sandnes|Tromsø|Tromso|Sarpsborg|Skien"
        "|Ålesund|Sandefjord|Bodø|Haugesund|Lillehammer|Moss|Hamar|Tønsberg|Asker|Bærum|Осло"
    ),
    "NP": "Kathmandu|Pokhara|Lalitpur|Biratnagar|Bhaktapur|Patan|Birgunj",
    "NZ": (
        "Auckland|Wellington|Christchurch|Hamilton|Tauranga|Dunedin|Palmerston North|Napier|Hastings|Nelson"
        "|Rotorua|Queenstown|New Plymouth|Whangarei|Invercargill|Lower Hutt|Porirua|North Shore"
    ),
    "OM": "Muscat|Salalah|Sohar|Nizwa|Seeb",
    "PA": "Panama City|Ciudad de Panamá|Panamá|Colón|David",
    "PE": (
        "Lima|Arequipa|Trujillo|Cusco|Cuzco|Piura|Chiclayo|Huancayo|Callao|Miraflores|San Isidro|Iquitos|Tacna"
        "|Chimbote|Santiago de Surco|Surco|Ica"
    ),
    "PH": (
        "Manila|Quezon City|Makati|Makati City|Cebu City|Cebu|Davao City|Davao|Taguig|Taguig City|Pasig"
        "|Pasig City|Caloocan|Mandaluyong|Pasay|Parañaque|Paranaque|Las Piñas|Muntinlupa|Marikina|Baguio"
        "|Iloilo City|Bacolod|Cagayan de Oro|Zamboanga|Antipolo|San Juan|Mandaue|Lapu-Lapu|Angeles City"
        "|Valenzuela|Bacoor|Imus|Dasmariñas|General Santos"
    ),
    "PK": (
        "Karachi|Lahore|Islamabad|Rawalpindi|Faisalabad|Multan|Peshawar|Quetta|Sialkot|Gujranwala|Hyderabad"
        "|Bahawalpur|Sargodha|Abbottabad|Gujrat|Sukkur"
    ),
    "PL": (
        "Warszawa|Warsaw|Warschau|Kraków|Krakow|Cracow|Krakau|Łódź|Lodz|Wrocław|Wroclaw|Poznań|Poznan|Gdańsk"
        "|Gdansk|Szczecin|Bydgoszcz|Lublin|Białystok|Bialystok|Katowice|Gdynia|Częstochowa|Czestochowa|Radom"
        "|Sosnowiec|Toruń|Torun|Kielce|Rzeszów|Rzeszow|Gliwice|Zabrze|Olsztyn|Bielsko-Biała|Bielsko-Biala|Bytom"
        "|Zielona Góra|Zielona Gora|Rybnik|Ruda Śląska|Opole|Tychy|Gorzów Wielkopolski|Elbląg|Płock"
        "|Dąbrowa Górnicza|Wałbrzych|Włocławek|Tarnów|Chorzów|Koszalin|Kalisz|Legnica|Grudziądz|Słupsk|Jaworzno"
        "|Jastrzębie-Zdrój|Nowy Sącz|Jelenia Góra|Siedlce|Sopot|Piaseczno|Zakopane|Przemyśl|Zamość|Konin|Piła"
        "|Lubin|Ostrów Wielkopolski|Варшава|Краков|Краків|Вроцлав|Гданьск|Познань|Лодзь|Люблин|Люблін|Гданськ"
        "|Varsovie|Varsovia|Varsavia|Cracovia|Varşova|Suwałki|Ełk|Pruszków|Legionowo|Mińsk Mazowiecki|Tczew|Rumia"
        "|Wejherowo|Łomża|Chełm|Leszno|Gniezno|Stalowa Wola|Mielec|Puławy|Świdnica|Bolesławiec"
    ),
    "PT": (
        "Lisboa|Lisbon|Lissabon|Lisbonne|Porto|Oporto|Braga|Coimbra|Faro|Funchal|Setúbal|Aveiro|Évora|Leiria"
        "|Viseu|Guimarães|Vila Nova de Gaia|Amadora|Almada|Cascais|Sintra|Oeiras|Matosinhos|Portimão|Albufeira"
        "|Lagos|Viana do Castelo|Ponta Delgada|Loures|Odivelas|Barreiro|Maia|Gondomar|Santarém|Beja"
        "|Castelo Branco|Guarda|Bragança|Vila Real|Лиссабон|Порту|Лісабон|Lizbona|Lisbona|Lizbon|Figueira da Foz"
        "|Póvoa de Varzim|Ericeira|Estoril|Caldas da Rainha|Torres Vedras|Seixal|Montijo"
    ),
    "PY": "Asunción|Asuncion|Ciudad del Este|Encarnación|San Lorenzo",
    "QA": "Doha|Al Rayyan|Al Wakrah|Lusail|الدوحة",
    "RO": (
        "București|Bucuresti|Bucharest|Bukarest|Bucarest|Cluj-Napoca|Cluj|Timișoara|Timisoara|Iași|Iasi|Constanța"
        "|Constanta|Craiova|Brașov|Brasov|Galați|Galati|Ploiești|Ploiesti|Oradea|Brăila|Braila|Arad|Pitești"
        "|Pitesti|Sibiu|Bacău|Bacau|Târgu Mureș|Targu Mures|Baia Mare|Buzău|Botoșani|Satu Mare|Suceava"
        "|Râmnicu Vâlcea|Piatra Neamț|Drobeta-Turnu Severin|Târgoviște|Focșani|Alba Iulia|Deva|Tulcea|Voluntari"
        "|Otopeni|Бухарест|Bistrița|Reșița|Slatina|Hunedoara|Giurgiu|Zalău|Popești-Leordeni"
    ),
    "RS": (
        "Beograd|Belgrade|Belgrad|Београд|Novi Sad|Нови Сад|Niš|Nis|Ниш|Kragujevac|Subotica|Novi Beograd|Zemun"
        "|Pančevo|Čačak|Zrenjanin|Белград"
    ),
    "RU": (
        "Москва|Moscow|Moskva|Moskau|Moscou|Санкт-Петербург|Saint Petersburg|St. Petersburg|St Petersburg|Спб|СПб"
        "|Питер|Новосибирск|Novosibirsk|Екатеринбург|Yekaterinburg|Ekaterinburg|Казань|Kazan|Нижний Новгород"
        "|Nizhny Novgorod|Челябинск|Chelyabinsk|Самара|Samara|Омск|Omsk|Ростов-на-Дону|Rostov-on-Don|Ростов|Уфа"
        "|Ufa|Красноярск|Krasnoyarsk|Воронеж|Voronezh|Пермь|Perm|Волгоград|Volgograd|Краснодар|Krasnodar|Саратов"
        "|Saratov|Тюмень|Tyumen|Тольятти|Ижевск|Барнаул|Ульяновск|Иркутск|Irkutsk|Хабаровск|Khabarovsk|Ярославль"
        "|Yaroslavl|Владивосток|Vladivostok|Махачкала|Томск|Tomsk|Оренбург|Кемерово|Новокузнецк|Рязань|Ryazan"
        "|Астрахань|Набережные Челны|Пенза|Penza|Липецк|Киров|Чебоксары|Тула|Tula|Калининград|Kaliningrad|Курск"
        "|Kursk|Ставрополь|Сочи|Sochi|Тверь|Tver|Магнитогорск|Иваново|Брянск|Белгород|Сургут|Владимир|Архангельск"
        "|Чита|Симферополь|Калуга|Смоленск|Волжский|Якутск|Мурманск|Murmansk|Вологда|Тамбов|Грозный|Подольск"
        "|Химки|Мытищи|Балашиха|Люберцы|Королёв|Зеленоград|Одинцово|Псков|Великий Новгород|Петрозаводск|Москве"
        "|Норильск|Череповец|Саранск|Стерлитамак|Кострома|Таганрог|Новороссийск|Красногорск"
    ),
    "SA": (
        "Riyadh|Jeddah|Mecca|Makkah|Medina|Madinah|Dammam|Khobar|Al Khobar|Dhahran|Taif|Tabuk|Abha|Jubail|الرياض"
        "|جدة|Buraidah|Hofuf"
    ),
    "SE": (
        "Stockholm|Göteborg|Goteborg|Gothenburg|Malmö|Malmo|Uppsala|Västerås|Örebro|Linköping|Helsingborg"
        "|Jönköping|Norrköping|Lund|Umeå|Gävle|Borås|Södertälje|Eskilstuna|Halmstad|Växjö|Karlstad|Sundsvall"
        "|Östersund|Kalmar|Luleå|Solna|Sundbyberg|Nacka|Kiruna|Kristianstad|Falun|Visby|Trollhättan|Стокгольм"
        "|Estocolmo|Sztokholm|Гётеборг|Täby|Huddinge|Karlskrona|Skövde|Skellefteå"
    ),
    "SG": "Singapore|Singapur|Сингапур|新加坡",
    "SI": "Ljubljana|Maribor|Celje|Kranj|Koper|Velenje|Novo Mesto|Любляна|Bled|Ptuj",
    "SK": (
        "Bratislava|Košice|Kosice|Prešov|Presov|Žilina|Zilina|Nitra|Banská Bystrica|Trnava|Trenčín|Trencin|Martin"
        "|Poprad|Prievidza|Zvolen|Братислава|Кошице|Piešťany|Komárno"
    ),
    "SN": "Dakar|Thiès|Saint-Louis",
    "TH": (
        "Bangkok|Chiang Mai|Phuket|Pattaya|Nonthaburi|Hua Hin|Khon Kaen|Hat Yai|Koh Samui|Ko Samui|Krabi"
        "|Chiang Rai|Udon Thani|Nakhon Ratchasima|กรุงเทพ|กรุงเทพมหานคร|Бангкок|Пхукет|Паттайя|Banguecoque"
        "|Chonburi|Samut Prakan"
    ),
    "TN": "Tunis|Sfax|Sousse|Kairouan|Bizerte|Hammamet|Monastir|La Marsa|Nabeul|Gabès|Ariana|Djerba|تونس",
    "TR": (
        "İstanbul|Istanbul|Стамбул|Стамбул|Estambul|Ankara|İzmir|Izmir|Bursa|Antalya|Adana|Konya|Gaziantep|Mersin"
        "|Kayseri|Eskişehir|Eskisehir|Diyarbakır|Samsun|Denizli|Şanlıurfa|Trabzon|Malatya|Erzurum|Sakarya|Kocaeli"
        "|İzmit|Muğla|Bodrum|Alanya|Fethiye|Marmaris|Balıkesir|Manisa|Aydın|Tekirdağ|Hatay|Van|Ordu|Çanakkale"
        "|Edirne|Анталья|Анкара|Аланья|Kuşadası|Afyonkarahisar|Elazığ|Batman|Kahramanmaraş|Isparta|Bolu|Düzce"
        "|Yalova|Rize|Sivas|Çorum|Uşak|Kütahya"
    ),
    "TW": (
        "Taipei|Taipei City|New Taipei|New Taipei City|Kaohsiung|Taichung|Tainan|Hsinchu|Taoyuan|Keelung|Chiayi"
        "|台北|臺北|高雄|台中|Hualien"
    ),
    "TZ": "Dar es Salaam|Dodoma|Arusha|Zanzibar|Mwanza",
    "UA": (
        "Київ|Киев|Kyiv|Kiev|Kyjiw|Kijów|Kiew|Харків|Харьков|Kharkiv|Kharkov|Одеса|Одесса|Odesa|Odessa|Дніпро"
        "|Днепр|Dnipro|Dnepr|Дніпропетровськ|Днепропетровск|Dnipropetrovsk|Донецьк|Донецк|Donetsk|Запоріжжя"
        "|Запорожье|Zaporizhzhia|Zaporozhye|Zaporizhia|Львів|Львов|Lviv|Lvov|Lwów|Lemberg|Кривий Ріг|Кривой Рог"
        "|Kryvyi Rih|Krivoy Rog|Миколаїв|Николаев|Mykolaiv|Nikolaev|Маріуполь|Мариуполь|Mariupol|Вінниця|Винница"
        "|Vinnytsia|Vinnitsa|Херсон|Kherson|Полтава|Poltava|Чернігів|Чернигов|Chernihiv|Chernigov|Черкаси"
        "|Черкассы|Cherkasy|Cherkassy|Житомир|Zhytomyr|Zhitomir|Суми|Сумы|Sumy|Хмельницький|Хмельницкий"
        "|Khmelnytskyi|Чернівці|Черновцы|Chernivtsi|Рівне|Ровно|Rivne|Rovno|Кам'янське|Кропивницький|Кропивницкий"
        "|Kropyvnytskyi|Кіровоград|Кировоград|Івано-Франківськ|Ивано-Франковск|Ivano-Frankivsk|Кременчук"
        "|Кременчуг|Kremenchuk|Тернопіль|Тернополь|Ternopil|Луцьк|Луцк|Lutsk|Біла Церква|Белая Церковь"
        "|Bila Tserkva|Краматорськ|Краматорск|Kramatorsk|Мелітополь|Мелитополь|Ужгород|Uzhhorod|Uzhgorod|Мукачево"
        "|Mukachevo|Бердянськ|Бердянск|Нікополь|Никополь|Бровари|Бровары|Brovary|Ірпінь|Ирпень|Irpin|Буча|Bucha"
        "|Бориспіль|Борисполь|Boryspil|Умань|Uman|Дрогобич|Дрогобыч|Drohobych|Стрий|Stryi|Луганськ|Луганск"
        "|Luhansk|Павлоград|Конотоп|Шостка|Ізмаїл|Измаил|Чорноморськ|Черноморск|Южне|Вишгород|Вышгород|Вишневе"
        "|Обухів|Фастів|Алушта|Ялта|Yalta|Севастополь|Sevastopol|Сєвєродонецьк|Калуш|Коломия|Kolomyia|Самбір"
        "|Трускавець|Червоноград|Ковель|Нововолинськ|Кам'янець-Подільський|Каменец-Подольский|Києві|Києва|Kyïv"
        "|Енергодар|Лозова|Олександрія|Прилуки|Ніжин|Трускавец|Слов'янськ|Бахмут|Покровськ"
    ),
    "UG": "Kampala|Entebbe|Jinja|Gulu|Mbarara",
    "US": (
        "New York|New York City|NYC|Brooklyn|Manhattan|Queens|Bronx|The Bronx|Staten Island|Los Angeles|LA"
        "|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|San Jose|Austin|Jacksonville"
        "|Fort Worth|Columbus|Charlotte|San Francisco|Indianapolis|Seattle|Denver|Washington|Washington DC|Boston"
        "|El Paso|Nashville|Detroit|Oklahoma City|Portland|Las Vegas|Memphis|Louisville|Baltimore|Milwaukee"
        "|Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Mesa|Atlanta|Omaha|Colorado Springs|Raleigh|Miami"
        "|Miami Beach|Long Beach|Virginia Beach|Oakland|Minneapolis|Tulsa|Tampa|Arlington|New Orleans|Wichita"
        "|Cleveland|Bakersfield|Aurora|Anaheim|Honolulu|Santa Ana|Riverside|Corpus Christi|Lexington|Stockton"
        "|Henderson|Saint Paul|St. Paul|St. Louis|Saint Louis|Cincinnati|Pittsburgh|Greensboro|Anchorage|Plano"
        "|Lincoln|Orlando|Irvine|Newark|Toledo|Durham|Chula Vista|Fort Wayne|Jersey City|St. Petersburg|Laredo"
        "|Madison|Chandler|Buffalo|Lubbock|Scottsdale|Reno|Glendale|Gilbert|Winston-Salem|North Las Vegas|Norfolk"
        "|Chesapeake|Garland|Irving|Hialeah|Fremont|Boise|Richmond|Baton Rouge|Spokane|Des Moines|Tacoma"
        "|San Bernardino|Modesto|Fontana|Santa Clarita|Birmingham|Oxnard|Fayetteville|Moreno Valley|Rochester"
        "|Glendale|Huntington Beach|Salt Lake City|Grand Rapids|Amarillo|Yonkers|Aurora|Montgomery|Akron"
        "|Little Rock|Huntsville|Augusta|Port St. Lucie|Grand Prairie|Columbus|Tallahassee|Overland Park|Tempe"
        "|McKinney|Mobile|Cape Coral|Shreveport|Frisco|Knoxville|Worcester|Brownsville|Vancouver|Fort Lauderdale"
        "|Sioux Falls|Ontario|Chattanooga|Providence|Newport News|Rancho Cucamonga|Santa Rosa|Oceanside|Salem"
        "|Elk Grove|Garden Grove|Pembroke Pines|Peoria|Eugene|Corona|Cary|Springfield|Fort Collins|Jackson"
        "|Alexandria|Hayward|Lancaster|Lakewood|Clarksville|Palmdale|Salinas|Hollywood|Pasadena|Sunnyvale|Macon"
        "|Kansas City|Pomona|Escondido|Killeen|Naperville|Joliet|Bellevue|Rockford|Savannah|Paterson|Torrance"
        "|Bridgeport|McAllen|Mesquite|Syracuse|Midland|Murfreesboro|Miramar|Dayton|Fullerton|Olathe|Orange"
        "|Thornton|Roseville|Denton|Waco|Surprise|Carrollton|West Valley City|Charleston|Warren|Hampton"
        "|Gainesville|Visalia|Coral Springs|Columbia|Cedar Rapids|Sterling Heights|New Haven|Stamford|Concord"
        "|Kent|Santa Clara|Elizabeth|Round Rock|Thousand Oaks|Lafayette|Athens|Topeka|Simi Valley|Fargo|Norman"
        "|Columbia|Abilene|Wilmington|Hartford|Victorville|Pearland|Vallejo|Ann Arbor|Berkeley|Allentown"
        "|Richardson|Odessa|Arvada|Cambridge|Sugar Land|Beaumont|Lansing|Evansville|Rochester|Independence"
        "|Fairfield|Provo|Clearwater|College Station|West Jordan|Carlsbad|El Monte|Murrieta|Temecula|Palm Bay"
        "|Costa Mesa|Westminster|North Charleston|Miami Gardens|Manchester|High Point|Downey|Clovis|Pompano Beach"
        "|Pueblo|Elgin|Lowell|Antioch|West Palm Beach|Peoria|Everett|Ventura|Centennial|Lakeland|Gresham|Richmond"
        "|Billings|Inglewood|Broken Arrow|Sandy Springs|Jurupa Valley|Hillsboro|Waterbury|Santa Maria|Boulder"
        "|Greeley|Daly City|Meridian|Lewisville|Davie|West Covina|League City|Tyler|Norwalk|San Mateo|Green Bay"
        "|Wichita Falls|Sparks|Lakewood|Burbank|Rialto|Allen|El Cajon|Las Cruces|Renton|Davenport|South Bend"
        "|Vista|Tuscaloosa|Clinton|Edison|Woodbridge|San Angelo|Kenosha|Vacaville|Cupertino|Mountain View"
        "|Palo Alto|Menlo Park|Redmond|Kirkland|Beverly Hills|Santa Monica|Malibu|Santa Barbara|Santa Fe"
        "|Santa Cruz|Boca Raton|Sarasota|Naples|Fort Myers|Key West|Hoboken|Princeton|Trenton|Atlantic City"
        "|Cherry Hill|Bethesda|Rockville|Silver Spring|Annapolis|Reston|McLean|Dover|Burlington|Montpelier"
        "|Portsmouth|Nashua|Bangor|Albany|White Plains|New Rochelle|Ithaca|Schaumburg|Evanston|Champaign"
        "|Bloomington|Iowa City|Bismarck|Helena|Missoula|Bozeman|Cheyenne|Casper|Jackson Hole|Park City|Ogden"
        "|St. George|Flagstaff|Sedona|Carson City|Juneau|Fairbanks|Hilo|Нью-Йорк|Лос-Анджелес|Чикаго|Майами"
        "|Nueva York|Nowy Jork|Los Ángeles|Myrtle Beach|Hilton Head|Asheville|Roanoke|Charlottesville|Brentwood"
        "|Franklin|Marietta|Alpharetta|Roswell|Kissimmee|Daytona Beach|Pensacola|Destin|Biloxi|Galveston"
        "|The Woodlands|Katy|Cedar Park|San Marcos|Bend|Medford|Bellingham|Olympia|Yakima|Coeur d'Alene"
    ),
    "UY": "Montevideo|Punta del Este|Salto|Maldonado|Colonia del Sacramento",
    "UZ": (
        "Tashkent|Toshkent|Ташкент|Samarkand|Самарканд|Bukhara|Бухара|Наманган|Namangan|Andijan|Андижан|Фергана"
        "|Fergana|Нукус"
    ),
    "VE": (
        "Caracas|Maracaibo|Valencia|Barquisimeto|Maracay|Mérida|Puerto La Cruz|San Cristóbal|Ciudad Guayana"
        "|Puerto Ordaz|Barcelona"
    ),
    "VN": (
        "Hanoi|Ha Noi|Hà Nội|Ho Chi Minh City|Ho Chi Minh|Hồ Chí Minh|Thành phố Hồ Chí Minh|TP HCM|TP.HCM|HCMC"
        "|Saigon|Sài Gòn|Da Nang|Đà Nẵng|Hai Phong|Hải Phòng|Can Tho|Cần Thơ|Nha Trang|Hue|Vung Tau|Bien Hoa"
        "|Ханой|Dalat|Da Lat"
    ),
    "ZA": (
        "Johannesburg|Cape Town|Durban|Pretoria|Port Elizabeth|Gqeberha|Bloemfontein|East London|Sandton"
        "|Centurion|Randburg|Roodepoort|Stellenbosch|Polokwane|Nelspruit|Mbombela|Kimberley|Pietermaritzburg"
        "|Midrand|Soweto|Benoni|Boksburg|George|Kempton Park|Umhlanga|Rustenburg|Somerset West"
    ),
    "ZW": "Harare|Bulawayo|Mutare",
    "XK": "Pristina|Prishtina|Prishtinë|Prizren|Peja",
}
"""By country, parted by `|`."""

_LOCALES = "en uk ru de fr es it pt pl tr nl sv cs ro bg el ar fa ja zh ko he hi"


@cache
def cities() -> Mapping[str, frozenset[str]]:
    """By country the `plain` names of its large cities: the table above and CLDR's cities of the time zones."""
    found = {code: {plain(name) for name in page.split("|")} for code, page in LARGE_CITIES.items()}
    zones: Mapping[str, str] = get_global("zone_territories")
    for locale in _LOCALES.split():
        for zone, names in Locale.parse(locale).time_zones.items():
            if (code := zones.get(zone)) and (name := names.get("city")) and code != "001":
                found.setdefault(code, set()).add(plain(name))
    return {code: frozenset(names - {""}) for code, names in found.items()}


@cache
def countries_of_cities() -> Mapping[str, frozenset[str]]:
    """By `plain` name of a city the countries that have one of that name."""
    found: dict[str, set[str]] = {}
    for code, names in cities().items():
        for name in names:
            found.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
