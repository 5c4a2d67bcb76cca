export namespace app {
	
	export class AgendaRow {
	    fid: number;
	    cells: domain.Text[];
	
	    static createFrom(source: any = {}) {
	        return new AgendaRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.cells = this.convertValues(source["cells"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AgendaTable {
	    head: domain.Text[];
	    right: boolean[];
	    rows: AgendaRow[];
	
	    static createFrom(source: any = {}) {
	        return new AgendaTable(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.head = this.convertValues(source["head"], domain.Text);
	        this.right = source["right"];
	        this.rows = this.convertValues(source["rows"], AgendaRow);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Note {
	    key: string;
	    count: number;
	    fen: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Note(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.count = source["count"];
	        this.fen = source["fen"];
	        this.text = source["text"];
	    }
	}
	export class Figure {
	    key: string;
	    label: domain.Text;
	    unit: string;
	    count: number;
	    fen: number;
	    money: boolean;
	    notes: Note[];
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new Figure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.label = this.convertValues(source["label"], domain.Text);
	        this.unit = source["unit"];
	        this.count = source["count"];
	        this.fen = source["fen"];
	        this.money = source["money"];
	        this.notes = this.convertValues(source["notes"], Note);
	        this.fids = source["fids"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AgendaStep {
	    key: string;
	    title: domain.Text;
	    figures: Figure[];
	    table?: AgendaTable;
	    fid: number;
	    fids: number[];
	    note: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new AgendaStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.figures = this.convertValues(source["figures"], Figure);
	        this.table = this.convertValues(source["table"], AgendaTable);
	        this.fid = source["fid"];
	        this.fids = source["fids"];
	        this.note = this.convertValues(source["note"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Agenda {
	    district: string;
	    madeUp: boolean;
	    roundId: string;
	    roundName: string;
	    heldOn: string;
	    scored: number;
	    bandSize: number;
	    steps: AgendaStep[];
	
	    static createFrom(source: any = {}) {
	        return new Agenda(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.district = source["district"];
	        this.madeUp = source["madeUp"];
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.heldOn = source["heldOn"];
	        this.scored = source["scored"];
	        this.bandSize = source["bandSize"];
	        this.steps = this.convertValues(source["steps"], AgendaStep);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class AuditLine {
	    seq: number;
	    when: string;
	    who: string;
	    what: string;
	    tables: string;
	
	    static createFrom(source: any = {}) {
	        return new AuditLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.seq = source["seq"];
	        this.when = source["when"];
	        this.who = source["who"];
	        this.what = source["what"];
	        this.tables = source["tables"];
	    }
	}
	export class BaseMap {
	    id: string;
	    name: string;
	    kind: string;
	    source: string;
	    minZoom: number;
	    maxZoom: number;
	    tileSize: number;
	    bounds: number[];
	    attribution: string;
	    layers: string[];
	    problem: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new BaseMap(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.source = source["source"];
	        this.minZoom = source["minZoom"];
	        this.maxZoom = source["maxZoom"];
	        this.tileSize = source["tileSize"];
	        this.bounds = source["bounds"];
	        this.attribution = source["attribution"];
	        this.layers = source["layers"];
	        this.problem = this.convertValues(source["problem"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Decision {
	    on: string;
	    by: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Decision(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.on = source["on"];
	        this.by = source["by"];
	        this.text = this.convertValues(source["text"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProxyHost {
	    fid: number;
	    name: string;
	    company: string;
	    distanceM: number;
	    passed: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new ProxyHost(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.company = source["company"];
	        this.distanceM = source["distanceM"];
	        this.passed = this.convertValues(source["passed"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CardProxy {
	    status: string;
	    hostFid: number;
	    hostName: string;
	    company: string;
	    distanceM: number;
	    runnersUp: ProxyHost[];
	    served: number[];
	    reason: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new CardProxy(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.status = source["status"];
	        this.hostFid = source["hostFid"];
	        this.hostName = source["hostName"];
	        this.company = source["company"];
	        this.distanceM = source["distanceM"];
	        this.runnersUp = this.convertValues(source["runnersUp"], ProxyHost);
	        this.served = source["served"];
	        this.reason = this.convertValues(source["reason"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CardCompany {
	    index: number;
	    id: string;
	    name: string;
	    kind: string;
	    since: string;
	    until: string;
	    person: string;
	    phone: string;
	    estates: number;
	    proxied: number;
	    lostAwards: boolean;
	    blacklistedOn: string;
	
	    static createFrom(source: any = {}) {
	        return new CardCompany(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.since = source["since"];
	        this.until = source["until"];
	        this.person = source["person"];
	        this.phone = source["phone"];
	        this.estates = source["estates"];
	        this.proxied = source["proxied"];
	        this.lostAwards = source["lostAwards"];
	        this.blacklistedOn = source["blacklistedOn"];
	    }
	}
	export class MoneyMonth {
	    month: string;
	    payableFen: number;
	    status: string;
	    timing: string;
	
	    static createFrom(source: any = {}) {
	        return new MoneyMonth(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.month = source["month"];
	        this.payableFen = source["payableFen"];
	        this.status = source["status"];
	        this.timing = source["timing"];
	    }
	}
	export class CardMoney {
	    state: string;
	    monthlyFen: number;
	    payableFen: number;
	    months: MoneyMonth[];
	    scopeCount: number;
	    scopeFen: number;
	    scopeProposedFen: number;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new CardMoney(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.monthlyFen = source["monthlyFen"];
	        this.payableFen = source["payableFen"];
	        this.months = this.convertValues(source["months"], MoneyMonth);
	        this.scopeCount = source["scopeCount"];
	        this.scopeFen = source["scopeFen"];
	        this.scopeProposedFen = source["scopeProposedFen"];
	        this.reasons = this.convertValues(source["reasons"], domain.Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CardDeduction {
	    item: string;
	    name: string;
	    points: string;
	    share: number;
	    company: boolean;
	
	    static createFrom(source: any = {}) {
	        return new CardDeduction(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.name = source["name"];
	        this.points = source["points"];
	        this.share = source["share"];
	        this.company = source["company"];
	    }
	}
	export class CardDeductions {
	    total: string;
	    companyShare: number;
	    cause: string;
	    determined: boolean;
	    items: CardDeduction[];
	
	    static createFrom(source: any = {}) {
	        return new CardDeductions(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.companyShare = source["companyShare"];
	        this.cause = source["cause"];
	        this.determined = source["determined"];
	        this.items = this.convertValues(source["items"], CardDeduction);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CardMeasure {
	    roundId: string;
	    heldOn: string;
	    rank: number;
	    cause: string;
	    confirmedLevel: number;
	    proposedLevel: number;
	    text: domain.Text;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new CardMeasure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.heldOn = source["heldOn"];
	        this.rank = source["rank"];
	        this.cause = source["cause"];
	        this.confirmedLevel = source["confirmedLevel"];
	        this.proposedLevel = source["proposedLevel"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.reasons = this.convertValues(source["reasons"], domain.Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class HistoryPoint {
	    roundId: string;
	    heldOn: string;
	    rank: number;
	    of: number;
	    band: string;
	    score: string;
	
	    static createFrom(source: any = {}) {
	        return new HistoryPoint(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.heldOn = source["heldOn"];
	        this.rank = source["rank"];
	        this.of = source["of"];
	        this.band = source["band"];
	        this.score = source["score"];
	    }
	}
	export class Card {
	    fid: number;
	    id: string;
	    name: string;
	    subdistrict: string;
	    community: string;
	    form: string;
	    formDerived: boolean;
	    mode: string;
	    areaM2: number;
	    households: number;
	    onMap: boolean;
	    roundId: string;
	    asOf: string;
	    rank: number;
	    rankFromBottom: number;
	    of: number;
	    bandSize: number;
	    tied: boolean;
	    change: number;
	    hasPrevious: boolean;
	    score: string;
	    band: string;
	    run: number;
	    history: HistoryPoint[];
	    measures: CardMeasure[];
	    deductions: CardDeductions;
	    money: CardMoney;
	    company?: CardCompany;
	    proxy?: CardProxy;
	    decisions: Decision[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new Card(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.community = source["community"];
	        this.form = source["form"];
	        this.formDerived = source["formDerived"];
	        this.mode = source["mode"];
	        this.areaM2 = source["areaM2"];
	        this.households = source["households"];
	        this.onMap = source["onMap"];
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.rank = source["rank"];
	        this.rankFromBottom = source["rankFromBottom"];
	        this.of = source["of"];
	        this.bandSize = source["bandSize"];
	        this.tied = source["tied"];
	        this.change = source["change"];
	        this.hasPrevious = source["hasPrevious"];
	        this.score = source["score"];
	        this.band = source["band"];
	        this.run = source["run"];
	        this.history = this.convertValues(source["history"], HistoryPoint);
	        this.measures = this.convertValues(source["measures"], CardMeasure);
	        this.deductions = this.convertValues(source["deductions"], CardDeductions);
	        this.money = this.convertValues(source["money"], CardMoney);
	        this.company = this.convertValues(source["company"], CardCompany);
	        this.proxy = this.convertValues(source["proxy"], CardProxy);
	        this.decisions = this.convertValues(source["decisions"], Decision);
	        this.reasons = this.convertValues(source["reasons"], domain.Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	
	
	export class ColourClass {
	    from: number;
	    to: number;
	    label: domain.Text;
	    index: number;
	    step: number;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new ColourClass(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.label = this.convertValues(source["label"], domain.Text);
	        this.index = source["index"];
	        this.step = source["step"];
	        this.count = source["count"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ColouringAsk {
	    by: string;
	    method: string;
	    classes: number;
	    breaks: number[];
	
	    static createFrom(source: any = {}) {
	        return new ColouringAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.by = source["by"];
	        this.method = source["method"];
	        this.classes = source["classes"];
	        this.breaks = source["breaks"];
	    }
	}
	export class Colouring {
	    ask: ColouringAsk;
	    roundId: string;
	    asOf: string;
	    unit: string;
	    signed: boolean;
	    class: number[];
	    value: number[];
	    classes: ColourClass[];
	    missing: number;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Colouring(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ask = this.convertValues(source["ask"], ColouringAsk);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.unit = source["unit"];
	        this.signed = source["signed"];
	        this.class = source["class"];
	        this.value = source["value"];
	        this.classes = this.convertValues(source["classes"], ColourClass);
	        this.missing = source["missing"];
	        this.text = this.convertValues(source["text"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class CompanyInfo {
	    id: string;
	    name: string;
	    shortName: string;
	
	    static createFrom(source: any = {}) {
	        return new CompanyInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.shortName = source["shortName"];
	    }
	}
	
	export class Spelling {
	    pinyin: string;
	    initials: string;
	
	    static createFrom(source: any = {}) {
	        return new Spelling(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.pinyin = source["pinyin"];
	        this.initials = source["initials"];
	    }
	}
	export class Spellings {
	    companies: Spelling[];
	    subdistricts: Spelling[];
	    communities: Spelling[];
	
	    static createFrom(source: any = {}) {
	        return new Spellings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.companies = this.convertValues(source["companies"], Spelling);
	        this.subdistricts = this.convertValues(source["subdistricts"], Spelling);
	        this.communities = this.convertValues(source["communities"], Spelling);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EstateColumns {
	    fid: number[];
	    id: string[];
	    name: string[];
	    pinyin: string[];
	    initials: string[];
	    subdistrict: number[];
	    community: number[];
	    form: number[];
	    areaM2: number[];
	    households: number[];
	    lon: number[];
	    lat: number[];
	    widthM: number[];
	
	    static createFrom(source: any = {}) {
	        return new EstateColumns(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.pinyin = source["pinyin"];
	        this.initials = source["initials"];
	        this.subdistrict = source["subdistrict"];
	        this.community = source["community"];
	        this.form = source["form"];
	        this.areaM2 = source["areaM2"];
	        this.households = source["households"];
	        this.lon = source["lon"];
	        this.lat = source["lat"];
	        this.widthM = source["widthM"];
	    }
	}
	export class RoundInfo {
	    id: string;
	    name: string;
	    heldOn: string;
	    changed: number;
	
	    static createFrom(source: any = {}) {
	        return new RoundInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.heldOn = source["heldOn"];
	        this.changed = source["changed"];
	    }
	}
	export class District {
	    version: string;
	    extent: number[];
	    rounds: RoundInfo[];
	    companies: CompanyInfo[];
	    subdistricts: string[];
	    communities: string[];
	    estates: EstateColumns;
	    hasBackdrop: boolean;
	    spellings: Spellings;
	    outlines: string;
	
	    static createFrom(source: any = {}) {
	        return new District(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.extent = source["extent"];
	        this.rounds = this.convertValues(source["rounds"], RoundInfo);
	        this.companies = this.convertValues(source["companies"], CompanyInfo);
	        this.subdistricts = source["subdistricts"];
	        this.communities = source["communities"];
	        this.estates = this.convertValues(source["estates"], EstateColumns);
	        this.hasBackdrop = source["hasBackdrop"];
	        this.spellings = this.convertValues(source["spellings"], Spellings);
	        this.outlines = source["outlines"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class MapAsk {
	    colouring: ColouringAsk;
	    extent: number[];
	    paper: string;
	    portrait: boolean;
	    widthPx: number;
	    filtered: boolean;
	    visible: number[];
	    proxies: boolean;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new MapAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.colouring = this.convertValues(source["colouring"], ColouringAsk);
	        this.extent = source["extent"];
	        this.paper = source["paper"];
	        this.portrait = source["portrait"];
	        this.widthPx = source["widthPx"];
	        this.filtered = source["filtered"];
	        this.visible = source["visible"];
	        this.proxies = source["proxies"];
	        this.title = source["title"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ExportAsk {
	    what: string;
	    format: string;
	    roundId: string;
	    asOf?: string;
	    lang: string;
	    columns: string[];
	    fids: number[];
	    map: MapAsk;
	
	    static createFrom(source: any = {}) {
	        return new ExportAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.what = source["what"];
	        this.format = source["format"];
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.lang = source["lang"];
	        this.columns = source["columns"];
	        this.fids = source["fids"];
	        this.map = this.convertValues(source["map"], MapAsk);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Failure {
	    code: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Failure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.text = this.convertValues(source["text"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class FundLine {
	    index: number;
	    name: string;
	    confirmedInFen: number;
	    proposedInFen: number;
	    usedFen: number;
	    balanceFen: number;
	
	    static createFrom(source: any = {}) {
	        return new FundLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.name = source["name"];
	        this.confirmedInFen = source["confirmedInFen"];
	        this.proposedInFen = source["proposedInFen"];
	        this.usedFen = source["usedFen"];
	        this.balanceFen = source["balanceFen"];
	    }
	}
	export class GroupItem {
	    item: string;
	    name: string;
	    points: string;
	    share: number;
	    company: boolean;
	    estates: number;
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new GroupItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = source["item"];
	        this.name = source["name"];
	        this.points = source["points"];
	        this.share = source["share"];
	        this.company = source["company"];
	        this.estates = source["estates"];
	        this.fids = source["fids"];
	    }
	}
	export class GroupPart {
	    index: number;
	    name: string;
	    estates: number;
	    scored: number;
	    averageRank: number;
	    bottom: number;
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new GroupPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.name = source["name"];
	        this.estates = source["estates"];
	        this.scored = source["scored"];
	        this.averageRank = source["averageRank"];
	        this.bottom = source["bottom"];
	        this.fids = source["fids"];
	    }
	}
	export class GroupMonth {
	    month: string;
	    payableFen: number;
	    withheldFen: number;
	    clawbackFen: number;
	    proposedFen: number;
	
	    static createFrom(source: any = {}) {
	        return new GroupMonth(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.month = source["month"];
	        this.payableFen = source["payableFen"];
	        this.withheldFen = source["withheldFen"];
	        this.clawbackFen = source["clawbackFen"];
	        this.proposedFen = source["proposedFen"];
	    }
	}
	export class GroupMoney {
	    payableFen: number;
	    withheldFen: number;
	    proposedFen: number;
	    months: GroupMonth[];
	    fund?: FundLine;
	
	    static createFrom(source: any = {}) {
	        return new GroupMoney(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.payableFen = source["payableFen"];
	        this.withheldFen = source["withheldFen"];
	        this.proposedFen = source["proposedFen"];
	        this.months = this.convertValues(source["months"], GroupMonth);
	        this.fund = this.convertValues(source["fund"], FundLine);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class GroupPoint {
	    roundId: string;
	    heldOn: string;
	    scored: number;
	    averageRank: number;
	    of: number;
	    top: number;
	    bottom: number;
	
	    static createFrom(source: any = {}) {
	        return new GroupPoint(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.heldOn = source["heldOn"];
	        this.scored = source["scored"];
	        this.averageRank = source["averageRank"];
	        this.of = source["of"];
	        this.top = source["top"];
	        this.bottom = source["bottom"];
	    }
	}
	export class GroupCard {
	    kind: string;
	    index: number;
	    id: string;
	    name: string;
	    roundId: string;
	    asOf: string;
	    estates: number;
	    scattered: number;
	    proxied: number;
	    unserved: number;
	    scored: number;
	    top: number;
	    bottom: number;
	    level3: number;
	    households: number;
	    areaM2: number;
	    averageRank: number;
	    place: number;
	    of: number;
	    history: GroupPoint[];
	    money: GroupMoney;
	    parts: GroupPart[];
	    items: GroupItem[];
	    members: number[];
	    person: string;
	    legalRepresentative: string;
	    phone: string;
	    blacklistedOn: string;
	    lostAwards: boolean;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new GroupCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.index = source["index"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.estates = source["estates"];
	        this.scattered = source["scattered"];
	        this.proxied = source["proxied"];
	        this.unserved = source["unserved"];
	        this.scored = source["scored"];
	        this.top = source["top"];
	        this.bottom = source["bottom"];
	        this.level3 = source["level3"];
	        this.households = source["households"];
	        this.areaM2 = source["areaM2"];
	        this.averageRank = source["averageRank"];
	        this.place = source["place"];
	        this.of = source["of"];
	        this.history = this.convertValues(source["history"], GroupPoint);
	        this.money = this.convertValues(source["money"], GroupMoney);
	        this.parts = this.convertValues(source["parts"], GroupPart);
	        this.items = this.convertValues(source["items"], GroupItem);
	        this.members = source["members"];
	        this.person = source["person"];
	        this.legalRepresentative = source["legalRepresentative"];
	        this.phone = source["phone"];
	        this.blacklistedOn = source["blacklistedOn"];
	        this.lostAwards = source["lostAwards"];
	        this.reasons = this.convertValues(source["reasons"], domain.Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	
	
	export class ImportLine {
	    file: string;
	    row: number;
	    column: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new ImportLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.row = source["row"];
	        this.column = source["column"];
	        this.text = this.convertValues(source["text"], domain.Text);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TableCount {
	    file: string;
	    rows: number;
	
	    static createFrom(source: any = {}) {
	        return new TableCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.rows = source["rows"];
	    }
	}
	export class ProjectInfo {
	    name: string;
	    path: string;
	    version: string;
	    readOnly: boolean;
	    madeUp: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ProjectInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.path = source["path"];
	        this.version = source["version"];
	        this.readOnly = source["readOnly"];
	        this.madeUp = source["madeUp"];
	    }
	}
	export class ImportResult {
	    done: boolean;
	    project: ProjectInfo;
	    faults: ImportLine[];
	    notes: ImportLine[];
	    counts: TableCount[];
	
	    static createFrom(source: any = {}) {
	        return new ImportResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.done = source["done"];
	        this.project = this.convertValues(source["project"], ProjectInfo);
	        this.faults = this.convertValues(source["faults"], ImportLine);
	        this.notes = this.convertValues(source["notes"], ImportLine);
	        this.counts = this.convertValues(source["counts"], TableCount);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Job {
	    id: string;
	    done: number;
	    total: number;
	    finished: boolean;
	    failure?: Failure;
	    fileName: string;
	    bytes: number;
	
	    static createFrom(source: any = {}) {
	        return new Job(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.done = source["done"];
	        this.total = source["total"];
	        this.finished = source["finished"];
	        this.failure = this.convertValues(source["failure"], Failure);
	        this.fileName = source["fileName"];
	        this.bytes = source["bytes"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Measured {
	    lengthM: number;
	    areaM2: number;
	    segmentM: number[];
	
	    static createFrom(source: any = {}) {
	        return new Measured(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lengthM = source["lengthM"];
	        this.areaM2 = source["areaM2"];
	        this.segmentM = source["segmentM"];
	    }
	}
	
	
	export class Notice {
	    text: domain.Text;
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new Notice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.fids = source["fids"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NumberInfo {
	    key: string;
	    unit: string;
	    signed: boolean;
	    known: number;
	
	    static createFrom(source: any = {}) {
	        return new NumberInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.unit = source["unit"];
	        this.signed = source["signed"];
	        this.known = source["known"];
	    }
	}
	export class OverviewSection {
	    key: string;
	    figures: Figure[];
	
	    static createFrom(source: any = {}) {
	        return new OverviewSection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.figures = this.convertValues(source["figures"], Figure);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Overview {
	    roundId: string;
	    asOf: string;
	    sections: OverviewSection[];
	    bottom: number[];
	    in: number[];
	    out: number[];
	    top: number[];
	    risen: number[];
	    fallen: number[];
	    funds: FundLine[];
	    months: GroupMonth[];
	
	    static createFrom(source: any = {}) {
	        return new Overview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.sections = this.convertValues(source["sections"], OverviewSection);
	        this.bottom = source["bottom"];
	        this.in = source["in"];
	        this.out = source["out"];
	        this.top = source["top"];
	        this.risen = source["risen"];
	        this.fallen = source["fallen"];
	        this.funds = this.convertValues(source["funds"], FundLine);
	        this.months = this.convertValues(source["months"], GroupMonth);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class ProxyLink {
	    fid: number;
	    hostFid: number;
	    company: number;
	    distanceM: number;
	    from: number[];
	    to: number[];
	    override: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ProxyLink(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.hostFid = source["hostFid"];
	        this.company = source["company"];
	        this.distanceM = source["distanceM"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.override = source["override"];
	    }
	}
	export class ProxyView {
	    asOf: string;
	    links: ProxyLink[];
	    unassigned: number[];
	
	    static createFrom(source: any = {}) {
	        return new ProxyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.asOf = source["asOf"];
	        this.links = this.convertValues(source["links"], ProxyLink);
	        this.unassigned = source["unassigned"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Summary {
	    name: string;
	    index: number;
	    estates: number;
	    scored: number;
	    averageRank: number;
	    top: number;
	    bottom: number;
	    withheldFen: number;
	    proposedFen: number;
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new Summary(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.index = source["index"];
	        this.estates = source["estates"];
	        this.scored = source["scored"];
	        this.averageRank = source["averageRank"];
	        this.top = source["top"];
	        this.bottom = source["bottom"];
	        this.withheldFen = source["withheldFen"];
	        this.proposedFen = source["proposedFen"];
	        this.fids = source["fids"];
	    }
	}
	export class RoundView {
	    roundId: string;
	    asOf: string;
	    scored: number;
	    bandSize: number;
	    rank: number[];
	    rankFromBottom: number[];
	    tied: boolean[];
	    score: string[];
	    change: number[];
	    band: number[];
	    state: number[];
	    company: number[];
	    proxy: boolean[];
	    cause: number[];
	    level: number[];
	    proposedLevel: number[];
	    run: number[];
	    payableFen: number[];
	    edges: number[];
	    figures: Figure[];
	    changed: number[];
	    warnings: Notice[];
	    companies: Summary[];
	    subdistricts: Summary[];
	
	    static createFrom(source: any = {}) {
	        return new RoundView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.scored = source["scored"];
	        this.bandSize = source["bandSize"];
	        this.rank = source["rank"];
	        this.rankFromBottom = source["rankFromBottom"];
	        this.tied = source["tied"];
	        this.score = source["score"];
	        this.change = source["change"];
	        this.band = source["band"];
	        this.state = source["state"];
	        this.company = source["company"];
	        this.proxy = source["proxy"];
	        this.cause = source["cause"];
	        this.level = source["level"];
	        this.proposedLevel = source["proposedLevel"];
	        this.run = source["run"];
	        this.payableFen = source["payableFen"];
	        this.edges = source["edges"];
	        this.figures = this.convertValues(source["figures"], Figure);
	        this.changed = source["changed"];
	        this.warnings = this.convertValues(source["warnings"], Notice);
	        this.companies = this.convertValues(source["companies"], Summary);
	        this.subdistricts = this.convertValues(source["subdistricts"], Summary);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Session {
	    version: string;
	    desktop: boolean;
	    project?: ProjectInfo;
	
	    static createFrom(source: any = {}) {
	        return new Session(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.desktop = source["desktop"];
	        this.project = this.convertValues(source["project"], ProjectInfo);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class TableColumn {
	    key: string;
	    head: domain.Text;
	    kind: string;
	    unit: string;
	    words: domain.Text[];
	    word: number[];
	    number: number[];
	    known: boolean[];
	
	    static createFrom(source: any = {}) {
	        return new TableColumn(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.head = this.convertValues(source["head"], domain.Text);
	        this.kind = source["kind"];
	        this.unit = source["unit"];
	        this.words = this.convertValues(source["words"], domain.Text);
	        this.word = source["word"];
	        this.number = source["number"];
	        this.known = source["known"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class UndoView {
	    undo?: AuditLine;
	    redo?: AuditLine;
	
	    static createFrom(source: any = {}) {
	        return new UndoView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.undo = this.convertValues(source["undo"], AuditLine);
	        this.redo = this.convertValues(source["redo"], AuditLine);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace domain {
	
	export class Clause {
	    document: string;
	    place: string;
	
	    static createFrom(source: any = {}) {
	        return new Clause(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.document = source["document"];
	        this.place = source["place"];
	    }
	}
	export class Text {
	    zh: string;
	    en: string;
	
	    static createFrom(source: any = {}) {
	        return new Text(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.zh = source["zh"];
	        this.en = source["en"];
	    }
	}
	export class Reason {
	    clause: Clause;
	    text: Text;
	    expired?: boolean;
	    roundIds?: string[];
	    estateIds?: string[];
	
	    static createFrom(source: any = {}) {
	        return new Reason(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.clause = this.convertValues(source["clause"], Clause);
	        this.text = this.convertValues(source["text"], Text);
	        this.expired = source["expired"];
	        this.roundIds = source["roundIds"];
	        this.estateIds = source["estateIds"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

