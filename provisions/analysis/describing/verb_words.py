"""Verbs of legal texts: bare forms that open an item of a list, and finite forms that make a sentence whole."""

BASE_VERBS = frozenset(
    """
    abide abuse accept access act add adjust administer advertise advise aggregate allow alter analyse analyze answer apply appeal ask assert assess assign assist attempt audit
    authenticate avoid become block book break bring build bully buy bypass calculate cancel carry cause change charge check choose circumvent claim clone close collaborate collect combine
    communicate complete comply conduct configure confirm connect consent contact contest continue contribute control copy correct crawl create customise customize damage deactivate deal debug
    decide decipher decline decompile defend defraud delete deliver demonstrate deploy derive detect determine develop diagnose disable disassemble disclose discover display disrupt distribute do
    download edit effect email employ enable encourage enforce engage enhance ensure enter establish evaluate exceed exercise exploit export express extract facilitate file find fix follow form
    frame fulfil fulfill gather generate get give grant harass harm harvest have help hide hire hold honor host identify impersonate implement import improve include incite infer inform infringe
    inhibit initiate innovate inspect install interact interfere introduce investigate invite issue join keep launch lease learn let license limit link list log lodge maintain make manage
    manipulate market measure meet merge misrepresent misuse modify monitor move notify object obtain offer open operate opt optimise optimize order organise organize overburden participate pay
    perform permit personalise personalize place plan port post prepare present preserve prevent print probe process produce promote protect prove provide publicise publish purchase pursue
    receive recognise recognize recommend record recover redistribute refer refrain refuse register reject rely release remember remove rent repeat replace reply report represent reproduce request
    require resell research resolve respect respond restrict retain retrieve reverse review revoke route run safeguard satisfy save scan scrape screen secure seek select sell send serve set share
    show sign solicit spam speak stalk stop store submit subscribe suggest supply support suspend tailor take target tell terminate test threaten track train transfer translate transmit
    advocate anticipate arrange bid bill breach compare compile deceive disguise endanger expose falsify forge fund gain gamble glorify incorporate increase intercept interrupt intimidate lend manufacture mask match mine minimise minimize mirror misappropriate mislead mitigate obscure overload pool pretend prioritise prioritize reach rebroadcast recruit reduce reflect remind reside restrain reward schedule ship stream strengthen sublicense sync tamper trace trade transact trick undermine
    adapt cooperate duplicate embed erase explain override rectify reformat repost reveal troubleshoot try turn understand undertake update upgrade upload use validate verify view violate visit wait waive withdraw work write
    """.split()
)
FINITE = frozenset(
    """
    may must will shall can cannot can't can’t should could would might is are was were has have had do does did don't don’t doesn't doesn’t won't won’t isn't isn’t aren't aren’t didn't
    agree agrees collect collects use uses share shares waive waives grant grants retain retains keep keeps process processes disclose discloses reserve reserves acknowledge acknowledges
    receive receives store stores take takes give gives make makes own owns apply applies provide provides work works rely relies need needs allow allows enable enables offer offers want wants
    understand understands help helps let lets ask asks require requires encourage encourages prohibit prohibits prohibited believe believes recommend recommends respect respects
    include includes mean means cover covers contain contains govern governs become becomes come comes depend depends remain remains represent represents
    warrant warrants limit limits recognize recognise remove removes review reviews monitor monitors delete deletes sell sells rent rents transfer transfers send sends show shows get gets
    consent consents expect expects care strive strives comply complies respond responds protect protects know knows employ employs engage engages implement implements maintain maintains
    combine combines track tracks obtain obtains serve serves host hosts operate operates pay pays charge charges renew renews expire expires end ends survive survives
    we'll we’ll you'll you’ll we're we’re you're you’re we've we’ve you've you’ve it's it’s that's that’s there's
    """.split()
)
