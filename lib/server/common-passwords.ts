/**
 * Passwords that are tried first: words, names, teams, keyboard runs and dates, with the tails people give them. Lower case,
 * eight characters or more (shorter ones are refused anyway).
 */
const COMMON = `
00000000 000000000 0000000000 01010101 01020304 010203040506 01234567 012345678 0123456789 09876543 098765432
0987654321 0okm9ijn 10101010 10203040 102030405 1020304050 11111111 111111111 1111111111 11112222 111222333 11223344
112233445566 11235813 12121212 12131415 121314151 12312312 123123123 1231231234 123123123a 123321123 12341234
12344321 1234512345 123454321 1234554321 123456123 123456654321 12345678 123456789 1234567890 1234567891 12345678910
123456789a 123456789o 123456789q 12345678a 12345678q 1234567a 1234567q 123456aa 123456abc 123456as 123456qw
123456qwerty 12345abc 12345qwe 12345qwert 1234abcd 1234qwer 12369874 123698745 123789456 123abc123 123asd123
123qwe123 123qweasd 123qweasdzxc 123qwerty 12qwaszx 13131313 13571357 13579246 1357924680 14141414 147258369
147852369 147896325 159159159 159357456 159753159 159753456 16777216 19191919 19841984 19851985 19861986 19871987
19881988 19891989 19901990 19911991 19921992 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qa2ws3ed 1qaz2wsx
1qaz2wsx3edc 1qazxsw2 1z2x3c4v 20002000 20102010 20202020 20202021 22222222 2468013579 24681012 24682468 258456258
27182818 2wsx3edc 31415926 314159265 321321321 321654987 33333333 3edc4rfv 44444444 456123789 456789123 50cent50
55555555 555666777 66666666 666777888 69696969 741852963 77777777 789456123 7894561230 87654321 88888888 888888888
90909090 963852741 98765432 987654321 9876543210 99887766 99999999 999999999 a1234567 a12345678 a123456789 a1b2c3d4
a1b2c3d4e5 a1s2d3f4 aa123456 aa12345678 aaaa1111 aaaaaa11 aaaaaaaa aaaaaaaaa aabbccdd ab123456 abc12345 abc123456
abc123456789 abc123abc abcabc123 abcd1234 abcd12345 abcdabcd abcde123 abcde12345 abcdef12 abcdef123 abcdefg1
abcdefg123 abcdefgh abcdefghi abcdefghij access12 access123 acdc1234 achilles admin123 admin1234 admin12345
admin123456 admin2020 admin@123 adminadmin administrador administrator adobe123 adventure airforce alejandra
alejandro alex1234 alex12345 alexander alexander1 alexander123 alexandr alexandra alexandre alexis12 alexis123
alligator alpha123 amanda12 amanda123 america1 america123 american1 andrew12 andrew123 angel123 angel1234 angelica
angelina angelita angels12 angels123 anthony1 anthony12 anthony123 anything apocalypse apollo12 apollo13 apple123
apple1234 apples12 argentina argentina1 armageddon arsenal1 arsenal123 arsenalfc asd123asd asdasdasd asdf1234
asdf12345 asdfasdf asdfgh12 asdfgh123 asdfghj1 asdfghjk asdfghjkl asdfghjkl1 asdqwe123 asdzxc123 ashley12 ashley123
assassin assassin1 asshole1 asshole123 australia australia1 autumn12 autumn123 autumn2020 autumn2021 autumn2022
azerty123 azertyui azertyuiop b1234567 babyboy1 babyboy12 babygirl babygirl1 babygirl12 babygirl123 babylove
badboy12 badboy123 badgirl1 bailey12 bailey123 banana12 banana123 bananas1 bandit12 bangladesh barcelona barcelona1
baseball baseball1 baseball12 basketball basketball1 batman01 batman12 batman123 beatles1 beautiful beautiful1
benfica1 benjamin benjamin1 besiktas bestfriend bestfriends bigdaddy bigdaddy1 bigdick1 biology1 birthday birthday1
bitch123 bitches1 black123 black1234 blackberry blackberry1 blackbird blackcat blackhawk blackjack blackjack1
blackops blackout blackrose blessed1 blessings blink182 blink182blink blossom1 blowjob1 blue1234 blueberry bluebird
blueeyes blueeyes1 bluesky1 bmw12345 boomer12 boyfriend boys1234 brandon1 brandon12 brandon123 brasil12 brasil123
brittany brittany1 broncos1 brooklyn brooklyn1 brother1 brother12 brothers browneyes brownie1 buddy123 buddy1234
budlight bugsbunny bulgaria bulldog1 bulldog123 bulldogs bulls123 bullshit bullshit1 bunny123 business business1
buster12 buster123 butterfly butterfly1 butterfly12 california california1 callofduty camaro12 camaro69 cameron1
canada12 canada123 captain1 captain12 cardinals carolina carolina1 caroline carpenter cashmoney cashmoney1 casino12
catherine celtic1888 celtics1 champion champion1 champions changeit changeme changeme1 changeme123 charizard
charles1 charlie1 charlie12 charlie123 charlotte charlotte1 cheerlead cheerleader cheese12 cheese123 cheesecake
chelsea1 chelsea123 chelseafc chemistry cherry12 cherry123 chevelle chevrolet chevy123 chicago1 chicago23 chicken1
chicken12 chicken123 chickens childhood children chocolate chocolate1 chocolate123 christ12 christian christian1
christina christina1 christine christmas christmas1 christop christopher christopher1 cinnamon cisco123 classof2020
classof2021 classof2022 classof2023 classof2024 cocacola cocacola1 cocksucker coffee12 coffee123 college1 college123
colombia colombia1 company1 company123 computer computer1 computer12 computer123 contrasena cookie12 cookie123
cookies1 corinthians corona12 corvette corvette1 counterstrike courtney courtney1 cowboy12 cowboy123 cowboys1
cowgirl1 cranberry creative creative1 cristiano cristina crocodile crusader crystal1 crystal12 cupcake1 cupcakes
cutie123 cutiepie daddy123 daddy1234 daddysgirl dancing1 daniel12 daniel123 daniel1234 daniela1 danielito danielle
danielle1 darkangel darkangel1 darkness darkness1 darkside darling1 darthvader database david123 david1234 december
december1 december12 default1 default123 demon123 destroyer deutschland devil666 diamond1 diamond12 diamond123
diamond7 diamonds doctor12 doctor123 dodge123 doggies1 doggy123 dolphin1 dolphin12 dolphin123 dolphins dominic1
dominick dominique dragon12 dragon123 dragon99 dragonball dragonball1 dragonballz dragonfly dragons1 dreamer1
dreamer123 dreams12 dropbox1 drummer1 ducati12 dumbledore eagles12 eastside eastside13 education edward12 edward123
electric electronic elephant elephant1 elizabeth elizabeth1 elizabeth123 emerald1 eminem12 eminem123 emmanuel
engineer engineer1 england1 england123 english1 english123 eternity evanescence everton1 excalibur excalibur1
explorer facebook facebook1 facebook123 faith123 faithful falcon12 falcon123 falcons1 fallout1 family01 family12
family123 february fenerbahce fernanda fernando ferrari1 ferrari123 finalfantasy fireball firefighter firefly1
fireman1 fishing1 fishing123 flamengo flashcard flashcards florida1 flower12 flower123 flowers1 fluffy12 fluffy123
football football! football1 football12 football123 footnote footnote1 footnote123 forever1 forever21 fortnite
fortnite1 france98 francesca francesco francisco frank123 frederick freebird freedom1 freedom12 freedom123 friday12
friday13 friedrich friends1 friends12 friends123 friendship frodo123 froggy12 fuckoff1 fuckoff123 fuckyou! fuckyou1
fuckyou12 fuckyou123 fuckyou2 gabriel1 gabriel12 gabriel123 gabriela gabriella gabrielle galatasaray galaxy12
galaxy123 gameofthrones gamer123 gandalf1 gangsta1 gangster gangster1 garfield garfield1 genesis1 george12 george123
germany1 germany123 ghetto12 giggles1 ginger12 ginger123 giovanni girlfriend girlpower girls123 gladiator godbless
godfather godisgood godislove godzilla godzilla1 golden12 golden123 goldfish goldfish1 goodbye1 goodluck goodluck1
goodmorning goodnight google12 google123 gorgeous graduate grandma1 grandpa1 green123 green1234 greenday greenday1
gregory1 gryffindor guest123 guest1234 guillermo guitar12 guitar123 guitarhero gymnastics halflife2 halloween
halo1234 hamburg1 hamburger hannah12 hannah123 happiness happy123 happy1234 happyday happyness harley12 harley123
harleydavidson harrypotter harrypotter1 hawkeye1 heather1 heaven12 heavenly heineken hellfire hello123 hello1234
hello12345 hello2u2 hellohello hellokitty hellokitty1 hellothere helloworld hercules hercules1 hermione hero1234
heythere highschool hiphop12 history1 hockey12 hogwarts holiday1 holidays hollywood homework honda123 hondacivic
honey123 honeybee hongkong horse123 horses12 horses123 hotdog12 hotmail1 hotmail123 howareyou hunter12 hunter123
hunting1 hurricane hustler1 icecream icecream1 ilove123 ilovecats ilovedogs ilovegod iloveher ilovehim ilovejesus
iloveme1 iloveme123 iloveme2 ilovemom ilovemyself iloveu12 iloveu123 iloveyou iloveyou! iloveyou1 iloveyou12
iloveyou123 iloveyou2 iloveyoubaby iloveyouforever iloveyousomuch imagine1 immanuel immortal imperial india123
india1234 indonesia indonesia1 inferno1 infinity infinity1 inspiron instagram intermilan internet internet1
internet123 iphone12 iphone123 ireland1 ironmaiden ironman1 ironman123 isabella isabella1 isabelle istanbul
istanbul34 italia12 italia90 jackpot1 jackson1 jackson123 jackson5 jacqueline james007 james123 jamesbond
jamesbond007 january1 jasmine1 jasmine12 jasmine123 jason123 jedimaster jennifer jennifer1 jennifer12 jeremiah
jeremy12 jesse123 jessica1 jessica12 jessica123 jesus123 jesus777 jesuschrist jesusislord jesuslovesme jesussaves
jetaime1 jetaime123 john1234 john316! johncena johnjohn johnny12 johnny123 johnson1 jonasbrothers jonathan jonathan1
jordan01 jordan12 jordan123 jordan23 jose1234 joseph12 joseph123 joshua12 joshua123 juan1234 julian12 juliana1
justice1 justin12 justin123 justinbieber juventus juventus1 katherine katherine1 kathleen kathryn1 katie123 kawasaki
kawasaki1 kayla123 kevin123 kevin1234 killer12 killer123 killers1 kimberly kimberly1 kingdom1 kingking kingston
kitten12 kitten123 kitty123 kittycat kittykat knight12 knights1 kobe2424 kristen1 kristina lacrosse lakers123
lakers24 lasvegas laughing lauren12 lauren123 lavender lawyer12 leagueoflegends learning ledzeppelin legend12
legend123 legendary lenovo12 leonardo leonardo1 letmein! letmein1 letmein12 letmein123 letmein2 letmeinnow letmesee
liberty1 liberty123 library1 lightning linkedin linkedin1 linkinpark lion1234 lioness1 liverpool liverpool1
liverpoolfc lkjhgfdsa login123 login1234 logitech logmein1 london12 london123 lordoftherings lorenzo1 louise12
loveforever lovelove lovely12 lovely123 loveme12 loveme123 lover123 loveyou1 lucas123 lucifer1 lucifer666 lucky123
lucky1234 lucky777 lucky7777 m1234567 macaroni mackenzie madison1 madison12 madison123 magdalena magician malaysia
manager1 manager123 manchester mancity1 manunited manutd123 margaret margarita maria123 maria1234 mariana1 marie123
marina12 marines1 mario123 marlboro marlboro1 marriage married1 marshall martin12 martin123 martina1 master12
master123 master1234 masterkey mastermind mathematics matrix12 matrix123 matthew1 matthew12 matthew123 matthias
maverick maverick1 maximilian maxwell1 mechanic melanie1 melissa1 melissa12 melissa123 mercedes mercedes1 mercedes12
merlin12 merlin123 messi10messi messi123 metallica metallica1 mexico12 mexico123 michael1 michael12 michael123
michaeljackson michaeljordan michelle michelle1 michelle12 mickey12 mickeymouse microsoft microsoft1 midnight
midnight1 miguel12 miguel123 military millionaire minecraft minecraft1 minecraft123 minniemouse mnbvcxz1 mohammad
mohammed momanddad momdad12 mommy123 mommy1234 monday12 monday123 money123 money1234 moneyman monica12 monica123
monique1 monkey01 monkey12 monkey123 monkey1234 monkeys1 moonlight moonlight1 morgan12 morgan123 motdepasse mother12
mother123 motherfucker motocross motorcycle motorola motorola1 mountain mountain1 mountaindew muhammad music123
musiclover mustang1 mustang12 mustang123 mustangs mychemicalromance mylove123 mypassword myspace1 myspace12
myspace123 mystery1 mystical naruto12 naruto123 natalia1 natalie1 natasha1 nathan12 nathan123 nathaniel navyseal
newcastle newyork1 newyork12 newyork123 nicholas nicholas1 nicole12 nicole123 nightmare nikita12 ninja123 ninja1234
nintendo nintendo64 nirvana1 nissan12 nissan123 nokia123 nokia1234 notebook nothing1 nothing123 november november1
nursing1 oceanside october1 office12 office123 oliver12 oliver123 olivia12 olivia123 onedirection onedirection1
onepiece opensesame oracle12 oracle123 orange12 orange123 outlaw12 p@ssw0rd p@ssw0rd1 p@ssw0rd123 p@ssword p@ssword1
pa$$w0rd pa$$word pa55w0rd pa55word packers1 packers12 pakistan pakistan1 pakistan123 palmeiras pamela12 panasonic
pancakes panther1 panther123 panthers paolo123 paradise paradise1 paranoid paris123 parola12 pass1234 pass12345
pass123456 pass@123 pass@word1 passord1 passpass passw0rd passw0rd1 passw0rd123 passwerd password password!
password0 password00 password01 password02 password1 password1! password10 password11 password12 password123
password123! password1234 password12345 password123456 password13 password2 password21 password22 password23
password3 password4 password5 password6 password69 password7 password77 password8 password88 password9 password99
password@123 passwordpassword passwords passwort patches1 patricia patricia1 patrick1 patrick12 patrick123 patriots
peaches1 peaches12 peanut12 peanutbutter penguin1 penguin123 penguins pepper12 pepper123 pepsi123 peter123 philippe
philippines philips1 phillip1 phoenix1 phoenix12 phoenix123 photoshop photoshop1 pianoman pikachu1 pikachu123
pilot123 pimpin12 pineapple pineapple1 pink1234 pinkfloyd pinkpink pinky123 pirate12 pirates1 platinum playboy1
playboy12 playboy123 playstation playstation3 poiuytre poiuytrewq pokemon1 pokemon12 pokemon123 poker123 police12
popcorn1 popcorn123 porsche1 porsche911 portugal portugal1 poseidon precious precious1 predator predator1 president
princesa princesa1 princess princess1 princess12 princess123 principessa private1 pumpkin1 pumpkin12 pumpkin123
puppies1 puppy123 puppylove purple01 purple12 purple123 pussy123 pussycat q1234567 q12345678 q1w2e3r4 q1w2e3r4t5
q1w2e3r4t5y6 qazwsx123 qazwsxedc qazwsxedcrfv qq123456 qqqqqqqq queen123 qwaszx12 qwe123qwe qweasd123 qweasdzxc
qweqweqwe qwer1234 qwerqwer qwert123 qwert12345 qwerty00 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456
qwerty789 qwertyui qwertyuio qwertyuiop qwertyuiop123 qwertz123 qwertzui rabbit12 rabbit123 rachel12 rachel123
raiders1 rainbow1 rainbow12 rainbow123 rangers1 rangers123 raspberry raymond1 realmadrid realmadrid1 rebecca1
rebecca12 red12345 redbull1 redneck1 redrose1 redroses redskins redsox04 renegade republic ricardo1 richard1
richard123 riverside robert12 robert123 roberto1 roblox12 roblox123 rocknroll rockstar rockstar1 rocky123 rocky1234
rodrigo1 romania1 ronaldinho ronaldo123 ronaldo7 root1234 rootroot runescape runescape1 russell1 s1234567 sadie123
salvation samantha samantha1 samantha12 samantha123 samsung1 samsung12 samsung123 samuel12 samuel123 samurai1
sandra12 sandra123 santos123 sapphire sapphire1 sarah123 sasuke12 satan666 saturday scarface scarface1 scarlet1
scarlett schalke04 school12 school123 science1 science123 scoobydoo scorpio1 scorpio123 scorpion scotland scotland1
sebastian sebastian1 sebastien secret12 secret123 secret1234 security security1 september september1 september11
server12 server123 sexsexsex sexy1234 sexybitch sexyboy1 sexygirl sexylady sexymama shadow01 shadow12 shadow123
shanghai shooter1 silver12 silver123 simon123 simpsons singapore singapore1 sister12 sisters1 skateboard skywalker
slipknot slipknot1 slytherin smile123 smiley12 smiley123 smokey12 smokey123 snake123 snapchat snickers snickers1
sniper12 sniper123 snoopy12 snowball snowball1 snowboard snowflake snowman1 soccer12 soccer123 softball softball1
soldier1 something sonic123 sony1234 sophia12 sophia123 sophie12 sophie123 southpark southside spaghetti spencer1
spider12 spider123 spiderman spiderman1 spiderman123 spongebob spongebob1 sporting spring12 spring123 spring2020
spring2021 spring2022 spring2023 stallion starbucks starlight startrek starwars starwars1 starwars123 steelers
steelers1 stefania stephanie stephanie1 stephen1 steven12 steven123 strawberry strawberry1 student1 student123
students subaru12 sugar123 summer01 summer12 summer123 summer2020 summer2021 summer2022 summer2023 summer2024
summertime sunflower sunflower1 sunrise1 sunset12 sunshine sunshine1 sunshine12 sunshine123 superman superman1
superman12 superman123 supermario supernatural support1 support123 suzuki12 sweetheart sweetheart1 sweetie1 sweetpea
sweety12 swimming sydney12 system32 taylor12 taylor123 teacher1 teacher123 teamo123 teamomucho telecom1 temp1234
temporary temppass tequiero tequila1 teresa12 terminator test1234 test12345 test123456 test1test tester12 tester123
testing1 testing123 testtest texas123 thailand thankyou thankyou1 thebeatles theodore thepassword theresa1 thomas12
thomas123 thunder1 thunder123 thundercat tiamo123 tiffany1 tiger123 tigers12 tigers123 tigger12 tigger123 timothy1
tinkerbell tinkerbell1 tokyo123 toor1234 topsecret tornado1 toshiba1 tottenham toyota12 toyota123 transformers
traveler trinity1 trinity123 trucker1 truelove trustno1 trustno12 trustnoone tupac123 turkey12 turtle12 turtle123
tweety12 twilight twilight1 twitter1 twitter123 tyler123 tyler1234 ukraine1 unicorn1 unicorn123 unicorns universe
university user1234 username useruser valentin valentina valentina1 valentino vampire1 vampires vanessa1 vanessa12
vanessa123 verizon1 veronica veronica1 victor12 victor123 victoria victoria1 victoria123 vietnam1 vincent1
vincent123 vladimir vodafone volleyball warcraft warrior1 warrior123 warriors watermelon welcome! welcome01 welcome1
welcome12 welcome123 welcome1234 welcome2 welcome2020 welcome2021 welcome2022 welcome2023 westside westside1
whatever whatever1 whatever12 whatsapp whiskers whiskey1 whiteboy wildcat1 wildcats wildfire william1 william12
william123 williams windows1 windows10 windows7 winner12 winner123 winniethepooh winter12 winter123 winter2020
winter2021 winter2022 winter2023 wizard12 wizard123 wolverine worldofwarcraft wow12345 wrestling wsxedcrfv wwwwwwww
xxxxxxxx yahoo123 yamaha12 yamaha123 yankees1 yankees2 yellow12 yellow123 youtube1 youtube123 z1234567 zachary1
zachary12 zaq12wsx zaq1xsw2 zaq1zaq1 zelda123 zeus1234 zxc12345 zxcasdqwe zxcv1234 zxcvbnm, zxcvbnm1 zxcvbnm12
zxcvbnm123 zxczxczxc zzzzzzzz
`

let common: ReadonlySet<string> | null = null

/** Whether a lower-case password is among the common ones, or is one character over and over. */
export const isCommonPassword = (plain: string): boolean => {
  common ??= new Set(COMMON.split(/\s+/))
  return common.has(plain) || new Set(plain).size === 1
}
