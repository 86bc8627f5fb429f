/** country: demonym(s) and capital, `name|demonym,demonym|capital`. */
const ROWS = `Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels
Bolivia|Bolivian|La Paz
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasília
Bulgaria|Bulgarian|Sofia
Burma|Burmese|
Cambodia|Cambodian,Khmer|Phnom Penh
Cameroon|Cameroonian|Yaoundé
Canada|Canadian|Ottawa
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese,Sino|Beijing
Colombia|Colombian|Bogotá
Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San José
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czechoslovakia|Czechoslovak|Prague
Denmark|Danish,Dane|Copenhagen
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
England|English|London
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Fiji|Fijian|Suva
Finland|Finnish,Finn|Helsinki
France|French|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin
East Germany|East German|
West Germany|West German|Bonn
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic,Icelander|Reykjavík
India|Indian|New Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian,Persian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|
Italy|Italian|Rome
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Korea|Korean|
North Korea|North Korean|Pyongyang
South Korea|South Korean|Seoul
Kuwait|Kuwaiti|
Laos|Laotian,Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chișinău
Mongolia|Mongolian,Mongol|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepalese,Nepali|Kathmandu
Netherlands|Dutch|Amsterdam
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Ottoman Empire|Ottoman|Constantinople
Pakistan|Pakistani|Islamabad
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asunción
Peru|Peruvian|Lima
Philippines|Filipino,Philippine|Manila
Poland|Polish,Pole|Warsaw
Portugal|Portuguese|Lisbon
Prussia|Prussian|
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian,Russo|Moscow
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi|Riyadh
Scotland|Scottish,Scot|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovene,Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
Soviet Union|Soviet|Moscow
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey|Turkish,Turk|Ankara
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv
United Arab Emirates|Emirati|Abu Dhabi
United Kingdom|British,Briton|London
United States|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Yugoslavia|Yugoslav|Belgrade
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare`

export type Country = { name: string; demonyms: string[]; capital: string | null }

export const countries: readonly Country[] = ROWS.split('\n').map((row) => {
  const [name = '', demonyms = '', capital = ''] = row.split('|')
  return { name, demonyms: demonyms.split(','), capital: capital === '' ? null : capital }
})

/** Other names for one country, so that either is accepted and neither is an option beside the other. */
export const countryAliases: readonly string[][] = [
  ['United States', 'United States of America', 'USA', 'US', 'U.S.', 'America'],
  ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'],
  ['Soviet Union', 'USSR', 'U.S.S.R.'],
  ['China', "People's Republic of China"],
  ['Netherlands', 'Holland'],
  ['Myanmar', 'Burma'],
  ['Iran', 'Persia'],
  ['Czech Republic', 'Czechia'],
  ['West Germany', 'Federal Republic of Germany'],
  ['East Germany', 'German Democratic Republic', 'GDR'],
  ['Thailand', 'Siam'],
  ['Russia', 'Russian Federation'],
]

const listed = (text: string) => new Set(text.split(';'))

export const cities = listed(
  'Alexandria;Amritsar;Antwerp;Babylon;Barcelona;Basel;Birmingham;Bologna;Bombay;Boston;Bristol;Bruges;Calcutta;Cambridge;Canton;Cape Town;Carthage;Casablanca;Chicago;Cologne;Constantinople;Corinth;Cracow;Dallas;Delhi;Detroit;Dresden;Dubai;Edinburgh;Florence;Frankfurt;Geneva;Genoa;Ghent;Glasgow;Göttingen;Granada;Guangzhou;Hamburg;Heidelberg;Hiroshima;Ho Chi Minh City;Hong Kong;Houston;Istanbul;Jerusalem;Johannesburg;Karachi;Kiev;Kraków;Kyoto;Lagos;Leeds;Leiden;Leipzig;Leningrad;Liverpool;Los Angeles;Lyon;Madras;Manchester;Marseille;Mecca;Medina;Melbourne;Memphis;Miami;Milan;Montreal;Mumbai;Munich;Nagasaki;Nanjing;Naples;New Orleans;New York;New York City;Nuremberg;Odessa;Osaka;Oxford;Padua;Palermo;Philadelphia;Pisa;Potsdam;Prague;Ravenna;Rio de Janeiro;Rotterdam;Saigon;Salzburg;San Francisco;Santiago;São Paulo;Saint Petersburg;St Petersburg;St. Petersburg;Seattle;Seville;Shanghai;Sparta;Stalingrad;Stuttgart;Sydney;Syracuse;Thebes;Timbuktu;Toledo;Toronto;Troy;Turin;Uppsala;Uruk;Utrecht;Vancouver;Venice;Versailles;Vladivostok;Volgograd;Wuhan;Yokohama;York;Zurich;Zürich;Washington, D.C.',
)
export const continents = listed('Africa;Antarctica;Asia;Europe;North America;South America;Oceania')
export const oceans = listed(
  'Pacific;Atlantic;Arctic Ocean;Indian Ocean;Pacific Ocean;Atlantic Ocean;Southern Ocean;Mediterranean;Caribbean;Baltic;Adriatic;Aegean',
)
export const regions = listed(
  'Siberia;Eastern Siberia;Far East;Russian Far East;Manchuria;Crimea;Scandinavia;Balkans;Middle East;Southeast Asia;Northeast Asia;East Asia;Central Asia;Central Europe;Eastern Europe;Western Europe;Latin America;Central America;Bavaria;Saxony;Catalonia;Brittany;Normandy;Tuscany;Lombardy;Provence;Burgundy;Flanders;Punjab;Bengal;Kashmir;Tibet;Xinjiang;Patagonia;Andalusia;Galicia;Silesia;Alsace;Lorraine;Mesopotamia;Anatolia;Asia-Pacific;California;Texas;Florida;Alaska;Virginia;Massachusetts;Pennsylvania;Ohio;Illinois;Michigan;Louisiana;Nevada;Arizona;Colorado;Oregon;Utah;Kansas;Missouri;Iowa;Maryland;Connecticut;New Jersey;New England;North Carolina;South Carolina;Wisconsin;Minnesota;Wyoming;Montana;Idaho;Tennessee;Kentucky;Alabama;Mississippi;Arkansas;Oklahoma;Nebraska;Queensland;Victoria;New South Wales;Ontario;Quebec;Nova Scotia;British Columbia;Yorkshire;Cornwall;Kent;Essex;Wessex;Mercia;Northumbria',
)
export const islands = listed(
  'Sicily;Sardinia;Corsica;Crete;Java;Sumatra;Borneo;Honshu;Hokkaido;Kyushu;Shikoku;Sakhalin;Okinawa;Iturup;Kunashir;Kunashiri;Etorofu;Shikotan;Greenland;Tasmania;Luzon;Mindanao;Rhodes;Hawaii;Tahiti;Zanzibar;Bali;Lombok;Newfoundland;Galápagos Islands;Habomai Islands;Kuril Islands;Falkland Islands',
)
export const planets = listed('Mercury;Venus;Earth;Mars;Jupiter;Saturn;Uranus;Neptune;Pluto')
export const rivers = listed(
  'Nile;Amazon;Danube;Rhine;Thames;Seine;Volga;Ganges;Indus;Mekong;Yangtze;Congo River;Niger River;Mississippi River;Tigris;Euphrates;Rhône;Loire;Elbe;Oder;Vistula;Dnieper;Tiber;Zambezi;Amur',
)
export const mountains = listed(
  'Alps;Andes;Himalayas;Himalaya;Pyrenees;Caucasus;Urals;Appalachians;Rockies;Carpathians;Kilimanjaro;Everest;Mount Everest;Vesuvius;Etna',
)
export const languages = listed(
  'Latin;Sanskrit;Arabic;Hebrew;Aramaic;Mandarin;Cantonese;Swahili;Hindi;Urdu;Bengali;Tamil;Yiddish;Esperanto;Quechua;Zulu;Basque;Catalan;Gaelic',
)
export const programming = listed(
  'Java;Python;JavaScript;TypeScript;Haskell;Lisp;Fortran;COBOL;ALGOL;Pascal;Ruby;Perl;PHP;Rust;Go;Kotlin;Swift;Scala;Erlang;Prolog;Smalltalk;Ada;BASIC;SQL',
)
