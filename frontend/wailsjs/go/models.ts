export namespace app {
	
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

