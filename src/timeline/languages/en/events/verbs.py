"""English verbs, by what they say of the events around them."""

from __future__ import annotations

__all__ = [
    "ASPECTUAL",
    "CAUSING",
    "CHANGING",
    "GIVING",
    "GRAMMATICAL",
    "HAPPENING",
    "HEADLINE",
    "IMPLICATIVE",
    "INTENDING",
    "LIGHT",
    "MINDING",
    "OBJECT_CONTROL",
    "PERCEPTION",
    "PERSONAL",
    "PLANNING",
    "REPORTING",
    "STATIVE",
    "STRONG",
    "UNDONE",
    "WANTING",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GRAMMATICAL = _words(
    "be include base compare accord depend consist comprise date entitle associate regard surround located"
)

REPORTING = _words(
    """
    say report tell announce add note claim cite indicate confirm disclose acknowledge describe emphasize
    emphasise reply explain admit affirm inform divulge assert specify recall state comment remark stress
    reveal declare quote mention write highlight deny argue allege testify contend insist reiterate respond
    answer caution complain warn
""",
)
PERCEPTION = _words("see hear spot watch listen witness notice view overhear feel sense observe smell")
ASPECTUAL = _words(
    """
    begin start continue complete end stop resume finish trigger suspend terminate commence quit renew
    conclude cease halt launch spark originate keep
""",
)
INTENDING = _words(
    """
    try seek help agree ask urge prevent block approve accuse pray suggest investigate estimate attribute
    promise accept permit resolve assist delay predict persuade threaten authorize authorise resist
    determine attempt avoid press hail handle let overcome convince direct explore implement ignore pledge
    vow offer refuse reject order demand request call propose recommend blame force compel encourage decide
    fail manage prepare struggle vote decline allow enable invite cause appeal concede endorse swear
    volunteer bid opt dare forbid ban
""",
)
MINDING = _words(
    """
    expect want believe think consider plan hope need know intend seem understand oppose assure aim suspect
    prefer wonder anticipate fear presume regret suppose care respect dream like love hate wish appear
    assume doubt worry desire mean favor favour support rely agree-with feel envisage schedule trust
""",
)
STATIVE = _words(
    """
    have remain own belong cost constitute resemble contain live exist stand lie sit lack equal exceed owe
    represent symbolize symbolise involve cover matter deserve reside suit fit weigh surround span stay
    await comprise enjoy revolve
""",
)

LIGHT = _words(
    """
    hold conduct carry make take give have stage launch mount undertake perform undergo do see face suffer
    host wage fight attend lead join win lose play deliver issue file reach sign pay score fire commit
    perpetrate exchange organise organize run
""",
)
HAPPENING = _words(
    "occur happen take begin start end break erupt come coincide follow continue conclude ensue arise last unfold"
)
CAUSING = _words("lead cause raise spark prompt trigger provoke bring result draw force mean help mark leave make kill")
PLANNING = _words(
    """
    plan prepare expect schedule set intend hope promise vow pledge agree aim propose consider due likely
    unlikely threaten about ready poised slate bind wait going supposed project predict anticipate plot look
    eager willing prompt slated bound
""",
)
WANTING = _words(
    """
    want decide ask order tell demand request urge need seek choose prefer persuade advise encourage invite
    require try attempt wish offer call determine warn recommend appeal vote opt desire struggle campaign
    lobby authorize authorise allow enable permit instruct arrange plead force
""",
)
UNDONE = _words("fail refuse forget decline neglect avoid prevent unable reject forbid stop deny omit")
CHANGING = _words(
    """
    die fall rise grow drop increase decrease shrink collapse explode sink crash happen occur disappear
    vanish emerge appear begin end start improve worsen deteriorate fade decline surge plunge soar slip
    slide climb ease widen narrow remain survive exist vary double triple freeze melt burn break erupt
    continue last weaken strengthen
""",
)
GIVING = _words(
    """
    give send award grant offer lend hand show tell pay sell teach donate deliver present assign owe promise
    bring provide issue refund read write pass transfer
""",
)
OBJECT_CONTROL = _words(
    """
    ask urge tell force order persuade help allow enable encourage invite require advise warn permit cause
    lead get instruct beg press convince compel let make have want expect need prompt leave see hear watch
    find catch appoint accuse suspect convict prevent stop discourage dissuade bar ban keep
""",
)

PERSONAL = _words(
    """
    plan intend want hope expect aim decide agree refuse promise vow pledge try seek wish consider propose
    prefer deny announce
""",
)
IMPLICATIVE = _words("manage force help cause lead get make let oblige compel bother happen come begin start continue")
HEADLINE = _words(
    """
    accuse add admit adopt agree announce appoint approve arrest ask attack back ban beat begin blame blast
    block boost break bring build buy call cancel capture charge claim clear close condemn confirm consider
    criticise criticize cut declare defeat defend defy delay deliver demand deny deploy detain dismiss drop
    elect end evacuate expand expel extend eye face fight file find fire free gain get give grant halt head
    hire hit hold host impose inspect investigate invite issue join jail jump keep kill launch lead leave lift
    lose make mark meet merge move mourn name open order oust overtake overturn pass pay pick plan pledge post
    promise publish pull put quit raise reach recall reject release remember remove replace report rescue
    resign restore return reveal reverse rule say scrap secure seek see seize sell send set shut sign slam
    slash stage start step stop storm strike sue suspend take target tell test threaten top unveil urge veto
    visit vow warn welcome win withdraw
""",
)
STRONG = _words(
    """
    abide arise awake bear become befall begin behold bend beseech bid bind bite blow break breed bring build
    buy catch choose cling come creep deal dig dive do drag draw drink drive dwell eat fall feed feel fight find
    flee fling fly forbid forecast foresee forget forgive forsake freeze get give go grind grow hang have hear
    hide hold keep know lay lead leap leave lend lie light lose make mean meet mistake outdo outrun overcome
    overrun oversee overtake overthrow pay plead ride ring rise run say see seek sell send shake shine shoot
    show shrink sing sink sit slay sleep slide sling slink smite sneak speak speed spend spin spit spring stand
    steal stick sting stink stride strike string strive swear sweep swell swim swing take teach tear tell think
    throw thrive tread undergo undertake undo uphold wake wear weave weep win wind withdraw withhold withstand
    wring write
""",
)
