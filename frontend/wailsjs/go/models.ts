export namespace app {
	
	export class ProxyPin {
	    fid: number;
	    hostFid: number;
	    reason: string;
	    locked: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ProxyPin(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.hostFid = source["hostFid"];
	        this.reason = source["reason"];
	        this.locked = source["locked"];
	    }
	}
	export class ProxyCapacity {
	    companyId: string;
	    most: number;
	
	    static createFrom(source: any = {}) {
	        return new ProxyCapacity(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.companyId = source["companyId"];
	        this.most = source["most"];
	    }
	}
	export class ProxyAsk {
	    asOf: string;
	    within: string;
	    maxDistanceM: number;
	    capacity: boolean;
	    eachCapacity: number;
	    capacities?: ProxyCapacity[];
	    keep: boolean;
	    keepM: number;
	    barriers: boolean;
	    pins: ProxyPin[];
	
	    static createFrom(source: any = {}) {
	        return new ProxyAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.asOf = source["asOf"];
	        this.within = source["within"];
	        this.maxDistanceM = source["maxDistanceM"];
	        this.capacity = source["capacity"];
	        this.eachCapacity = source["eachCapacity"];
	        this.capacities = this.convertValues(source["capacities"], ProxyCapacity);
	        this.keep = source["keep"];
	        this.keepM = source["keepM"];
	        this.barriers = source["barriers"];
	        this.pins = this.convertValues(source["pins"], ProxyPin);
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
	export class AcceptAsk {
	    ask: ProxyAsk;
	    from: string;
	    reason: string;
	    fids: number[];
	    scenario?: string;
	
	    static createFrom(source: any = {}) {
	        return new AcceptAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ask = this.convertValues(source["ask"], ProxyAsk);
	        this.from = source["from"];
	        this.reason = source["reason"];
	        this.fids = source["fids"];
	        this.scenario = source["scenario"];
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
	export class AcceptLine {
	    fid: number;
	    company: number;
	    day: string;
	    hostFid: number;
	
	    static createFrom(source: any = {}) {
	        return new AcceptLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.company = source["company"];
	        this.day = source["day"];
	        this.hostFid = source["hostFid"];
	    }
	}
	export class ClosedChange {
	    roundId: string;
	    name: string;
	    text: domain.Text;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new ClosedChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
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
	export class AcceptPreview {
	    from: string;
	    begins: AcceptLine[];
	    ends: AcceptLine[];
	    stay: number;
	    none: number;
	    replaced?: AcceptLine[];
	    aside?: number;
	    closed?: ClosedChange[];
	    refused: domain.Text[];
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new AcceptPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.begins = this.convertValues(source["begins"], AcceptLine);
	        this.ends = this.convertValues(source["ends"], AcceptLine);
	        this.stay = source["stay"];
	        this.none = source["none"];
	        this.replaced = this.convertValues(source["replaced"], AcceptLine);
	        this.aside = source["aside"];
	        this.closed = this.convertValues(source["closed"], ClosedChange);
	        this.refused = this.convertValues(source["refused"], domain.Text);
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
	export class RectifyAsk {
	    roundId: string;
	    asOf: string;
	    window: number;
	    kinds: string[];
	    bandM: number;
	    on: string;
	
	    static createFrom(source: any = {}) {
	        return new RectifyAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.window = source["window"];
	        this.kinds = source["kinds"];
	        this.bandM = source["bandM"];
	        this.on = source["on"];
	    }
	}
	export class ColouringAsk {
	    by: string;
	    method: string;
	    classes: number;
	    breaks: number[];
	    rectify?: RectifyAsk;
	
	    static createFrom(source: any = {}) {
	        return new ColouringAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.by = source["by"];
	        this.method = source["method"];
	        this.classes = source["classes"];
	        this.breaks = source["breaks"];
	        this.rectify = this.convertValues(source["rectify"], RectifyAsk);
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
	    colouring: ColouringAsk;
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
	        this.colouring = this.convertValues(source["colouring"], ColouringAsk);
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
	
	
	
	export class AgreementAsk {
	    fid: number;
	    companyId: string;
	    kind: string;
	    startsOn: string;
	    endsOn: string;
	    change: boolean;
	    reason: string;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new AgreementAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.companyId = source["companyId"];
	        this.kind = source["kind"];
	        this.startsOn = source["startsOn"];
	        this.endsOn = source["endsOn"];
	        this.change = source["change"];
	        this.reason = source["reason"];
	        this.correction = source["correction"];
	    }
	}
	export class AgreementEndAsk {
	    fid: number;
	    startsOn: string;
	    endsOn: string;
	    remove: boolean;
	    reason: string;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new AgreementEndAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.startsOn = source["startsOn"];
	        this.endsOn = source["endsOn"];
	        this.remove = source["remove"];
	        this.reason = source["reason"];
	        this.correction = source["correction"];
	    }
	}
	export class AgreementRow {
	    company: number;
	    companyId: string;
	    kind: string;
	    startsOn: string;
	    endsOn: string;
	    inForce: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AgreementRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.companyId = source["companyId"];
	        this.kind = source["kind"];
	        this.startsOn = source["startsOn"];
	        this.endsOn = source["endsOn"];
	        this.inForce = source["inForce"];
	    }
	}
	export class AmountAsk {
	    fid: number;
	    fromMonth: string;
	    district: string;
	    city: string;
	    remove: boolean;
	    reason: string;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new AmountAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.fromMonth = source["fromMonth"];
	        this.district = source["district"];
	        this.city = source["city"];
	        this.remove = source["remove"];
	        this.reason = source["reason"];
	        this.correction = source["correction"];
	    }
	}
	export class AmountRow {
	    fromMonth: string;
	    districtFen: number;
	    cityFen: number;
	
	    static createFrom(source: any = {}) {
	        return new AmountRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fromMonth = source["fromMonth"];
	        this.districtFen = source["districtFen"];
	        this.cityFen = source["cityFen"];
	    }
	}
	export class AuditAsk {
	    text: string;
	    who: string;
	    kind: string;
	    from: string;
	    until: string;
	    skip: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new AuditAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.who = source["who"];
	        this.kind = source["kind"];
	        this.from = source["from"];
	        this.until = source["until"];
	        this.skip = source["skip"];
	        this.limit = source["limit"];
	    }
	}
	export class AuditEntry {
	    seq: number;
	    when: string;
	    who: string;
	    what: string;
	    tables: domain.Text;
	    kind: string;
	
	    static createFrom(source: any = {}) {
	        return new AuditEntry(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.seq = source["seq"];
	        this.when = source["when"];
	        this.who = source["who"];
	        this.what = source["what"];
	        this.tables = this.convertValues(source["tables"], domain.Text);
	        this.kind = source["kind"];
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
	
	    static createFrom(source: any = {}) {
	        return new AuditLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.seq = source["seq"];
	        this.when = source["when"];
	        this.who = source["who"];
	        this.what = source["what"];
	    }
	}
	export class AuditView {
	    lines: AuditEntry[];
	    total: number;
	    all: number;
	    names: string[];
	
	    static createFrom(source: any = {}) {
	        return new AuditView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lines = this.convertValues(source["lines"], AuditEntry);
	        this.total = source["total"];
	        this.all = source["all"];
	        this.names = source["names"];
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
	export class AwardChange {
	    year: number;
	    kind: string;
	    id: string;
	    name: string;
	    lost: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AwardChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.year = source["year"];
	        this.kind = source["kind"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.lost = source["lost"];
	    }
	}
	export class BarrierClass {
	    class: string;
	    lines: number;
	    lengthM: number;
	
	    static createFrom(source: any = {}) {
	        return new BarrierClass(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.class = source["class"];
	        this.lines = source["lines"];
	        this.lengthM = source["lengthM"];
	    }
	}
	export class BarriersView {
	    lines: number;
	    lengthM: number;
	    classes: BarrierClass[];
	
	    static createFrom(source: any = {}) {
	        return new BarriersView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lines = source["lines"];
	        this.lengthM = source["lengthM"];
	        this.classes = this.convertValues(source["classes"], BarrierClass);
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
	export class BoundaryOverlap {
	    fid: number;
	    areaM2: number;
	
	    static createFrom(source: any = {}) {
	        return new BoundaryOverlap(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.areaM2 = source["areaM2"];
	    }
	}
	export class BoundaryPreview {
	    areaM2: number;
	    beforeM2: number;
	    overlaps: BoundaryOverlap[];
	    fault: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new BoundaryPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.areaM2 = source["areaM2"];
	        this.beforeM2 = source["beforeM2"];
	        this.overlaps = this.convertValues(source["overlaps"], BoundaryOverlap);
	        this.fault = this.convertValues(source["fault"], domain.Text);
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
	export class BoundaryView {
	    shape: number[][][][];
	    near: number[][][][][];
	
	    static createFrom(source: any = {}) {
	        return new BoundaryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shape = source["shape"];
	        this.near = source["near"];
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
	
	
	
	
	
	
	export class Choice {
	    value: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Choice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.value = source["value"];
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
	export class SettingValue {
	    name: string;
	    value: string;
	
	    static createFrom(source: any = {}) {
	        return new SettingValue(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.value = source["value"];
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
	export class ClosePreview {
	    roundId: string;
	    name: string;
	    refusal: domain.Text;
	    earlier: RoundInfo[];
	    open: number;
	    results: number;
	    confirmedFen: number;
	    proposedFen: number;
	    settings: SettingValue[];
	    notes: domain.Text[];
	
	    static createFrom(source: any = {}) {
	        return new ClosePreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.refusal = this.convertValues(source["refusal"], domain.Text);
	        this.earlier = this.convertValues(source["earlier"], RoundInfo);
	        this.open = source["open"];
	        this.results = source["results"];
	        this.confirmedFen = source["confirmedFen"];
	        this.proposedFen = source["proposedFen"];
	        this.settings = this.convertValues(source["settings"], SettingValue);
	        this.notes = this.convertValues(source["notes"], domain.Text);
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
	
	export class ClosingFault {
	    roundId: string;
	    name: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new ClosingFault(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
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
	export class CorrectionView {
	    roundId: string;
	    on: string;
	    by: string;
	    reason: string;
	    what: string;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new CorrectionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.on = source["on"];
	        this.by = source["by"];
	        this.reason = source["reason"];
	        this.what = source["what"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class ClosingView {
	    roundId: string;
	    name: string;
	    heldOn: string;
	    closedOn: string;
	    by: string;
	    hash: string;
	    settings: SettingValue[];
	    results: number;
	    confirmedFen: number;
	    proposedFen: number;
	    corrections: CorrectionView[];
	
	    static createFrom(source: any = {}) {
	        return new ClosingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.heldOn = source["heldOn"];
	        this.closedOn = source["closedOn"];
	        this.by = source["by"];
	        this.hash = source["hash"];
	        this.settings = this.convertValues(source["settings"], SettingValue);
	        this.results = source["results"];
	        this.confirmedFen = source["confirmedFen"];
	        this.proposedFen = source["proposedFen"];
	        this.corrections = this.convertValues(source["corrections"], CorrectionView);
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
	export class ClosingReport {
	    rounds: number;
	    faults: ClosingFault[];
	    closed: ClosingView[];
	
	    static createFrom(source: any = {}) {
	        return new ClosingReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rounds = source["rounds"];
	        this.faults = this.convertValues(source["faults"], ClosingFault);
	        this.closed = this.convertValues(source["closed"], ClosingView);
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
	    key?: string;
	    hue?: string;
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
	        this.key = source["key"];
	        this.hue = source["hue"];
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
	
	export class CommendedRow {
	    id: string;
	    fid: number;
	    index: number;
	    name: string;
	    top: number;
	    counting: number;
	
	    static createFrom(source: any = {}) {
	        return new CommendedRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.fid = source["fid"];
	        this.index = source["index"];
	        this.name = source["name"];
	        this.top = source["top"];
	        this.counting = source["counting"];
	    }
	}
	export class CompanyChange {
	    company: number;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new CompanyChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
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
	export class CompanyRecord {
	    index: number;
	    id: string;
	    name: string;
	    responsiblePerson: string;
	    legalRepresentative: string;
	    phone: string;
	    blacklistedOn: string;
	    capacity: number;
	    estates: number;
	
	    static createFrom(source: any = {}) {
	        return new CompanyRecord(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.responsiblePerson = source["responsiblePerson"];
	        this.legalRepresentative = source["legalRepresentative"];
	        this.phone = source["phone"];
	        this.blacklistedOn = source["blacklistedOn"];
	        this.capacity = source["capacity"];
	        this.estates = source["estates"];
	    }
	}
	export class ConsequenceSums {
	    estates: number;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new ConsequenceSums(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.estates = source["estates"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class RoundChange {
	    roundId: string;
	    name: string;
	    closed: boolean;
	    bands: number;
	    results: number;
	    levels: number;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new RoundChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.closed = source["closed"];
	        this.bands = source["bands"];
	        this.results = source["results"];
	        this.levels = source["levels"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class FundChange {
	    subdistrict: string;
	    balanceBefore: number;
	    balanceAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new FundChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.subdistrict = source["subdistrict"];
	        this.balanceBefore = source["balanceBefore"];
	        this.balanceAfter = source["balanceAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class EstateChange {
	    fid: number;
	    name: string;
	    subdistrict: number;
	    stateBefore: string;
	    stateAfter: string;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new EstateChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.stateBefore = source["stateBefore"];
	        this.stateAfter = source["stateAfter"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class MonthChange {
	    company: number;
	    subdistrict: number;
	    month: string;
	    statusBefore: string;
	    statusAfter: string;
	    timingBefore: string;
	    timingAfter: string;
	    fenBefore: number;
	    fenAfter: number;
	    estates: number;
	
	    static createFrom(source: any = {}) {
	        return new MonthChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.subdistrict = source["subdistrict"];
	        this.month = source["month"];
	        this.statusBefore = source["statusBefore"];
	        this.statusAfter = source["statusAfter"];
	        this.timingBefore = source["timingBefore"];
	        this.timingAfter = source["timingAfter"];
	        this.fenBefore = source["fenBefore"];
	        this.fenAfter = source["fenAfter"];
	        this.estates = source["estates"];
	    }
	}
	export class ResultChange {
	    roundId: string;
	    fid: number;
	    name: string;
	    company: number;
	    causeBefore: string;
	    causeAfter: string;
	    confirmedBefore: number;
	    confirmedAfter: number;
	    proposedBefore: number;
	    proposedAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new ResultChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.company = source["company"];
	        this.causeBefore = source["causeBefore"];
	        this.causeAfter = source["causeAfter"];
	        this.confirmedBefore = source["confirmedBefore"];
	        this.confirmedAfter = source["confirmedAfter"];
	        this.proposedBefore = source["proposedBefore"];
	        this.proposedAfter = source["proposedAfter"];
	    }
	}
	export class Consequence {
	    asOf: string;
	    text: domain.Text;
	    clauses: domain.Clause[];
	    results: ResultChange[];
	    months: MonthChange[];
	    estates: EstateChange[];
	    totals: CompanyChange[];
	    funds: FundChange[];
	    awards: AwardChange[];
	    closed: ClosedChange[];
	    issues: domain.Text[];
	    rounds: RoundChange[];
	    sums: ConsequenceSums;
	    notes: domain.Text[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new Consequence(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.asOf = source["asOf"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.clauses = this.convertValues(source["clauses"], domain.Clause);
	        this.results = this.convertValues(source["results"], ResultChange);
	        this.months = this.convertValues(source["months"], MonthChange);
	        this.estates = this.convertValues(source["estates"], EstateChange);
	        this.totals = this.convertValues(source["totals"], CompanyChange);
	        this.funds = this.convertValues(source["funds"], FundChange);
	        this.awards = this.convertValues(source["awards"], AwardChange);
	        this.closed = this.convertValues(source["closed"], ClosedChange);
	        this.issues = this.convertValues(source["issues"], domain.Text);
	        this.rounds = this.convertValues(source["rounds"], RoundChange);
	        this.sums = this.convertValues(source["sums"], ConsequenceSums);
	        this.notes = this.convertValues(source["notes"], domain.Text);
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
	export class Decided {
	    session: Session;
	    undo: UndoView;
	
	    static createFrom(source: any = {}) {
	        return new Decided(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session = this.convertValues(source["session"], Session);
	        this.undo = this.convertValues(source["undo"], UndoView);
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
	
	export class DeterminationAsk {
	    roundId: string;
	    fid: number;
	    cause: string;
	    reason: string;
	    on: string;
	
	    static createFrom(source: any = {}) {
	        return new DeterminationAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.cause = source["cause"];
	        this.reason = source["reason"];
	        this.on = source["on"];
	    }
	}
	export class DeterminationRow {
	    cause: string;
	    by: string;
	    on: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new DeterminationRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.cause = source["cause"];
	        this.by = source["by"];
	        this.on = source["on"];
	        this.reason = source["reason"];
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
	    shifted: string[];
	
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
	        this.shifted = source["shifted"];
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
	export class EligibilityBy {
	    roundId: string;
	    name: string;
	    fid: number;
	    estate: string;
	    rank: number;
	
	    static createFrom(source: any = {}) {
	        return new EligibilityBy(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.fid = source["fid"];
	        this.estate = source["estate"];
	        this.rank = source["rank"];
	    }
	}
	export class EligibilityRow {
	    kind: string;
	    id: string;
	    fid: number;
	    index: number;
	    name: string;
	    results: EligibilityBy[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new EligibilityRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.id = source["id"];
	        this.fid = source["fid"];
	        this.index = source["index"];
	        this.name = source["name"];
	        this.results = this.convertValues(source["results"], EligibilityBy);
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
	export class EligibilityView {
	    roundId: string;
	    asOf: string;
	    year: number;
	    years: number[];
	    estates: EligibilityRow[];
	    companies: EligibilityRow[];
	    commendedEstates: CommendedRow[];
	    commendedCompanies: CommendedRow[];
	
	    static createFrom(source: any = {}) {
	        return new EligibilityView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.year = source["year"];
	        this.years = source["years"];
	        this.estates = this.convertValues(source["estates"], EligibilityRow);
	        this.companies = this.convertValues(source["companies"], EligibilityRow);
	        this.commendedEstates = this.convertValues(source["commendedEstates"], CommendedRow);
	        this.commendedCompanies = this.convertValues(source["commendedCompanies"], CommendedRow);
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
	export class EnclosingRow {
	    fid: number;
	    neighbourFid: number;
	    gapM: number;
	    scattered: boolean;
	    area2M2: number;
	    company: number;
	    sameSubdistrict: boolean;
	    crosses: boolean;
	    from: number[];
	    to: number[];
	
	    static createFrom(source: any = {}) {
	        return new EnclosingRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.neighbourFid = source["neighbourFid"];
	        this.gapM = source["gapM"];
	        this.scattered = source["scattered"];
	        this.area2M2 = source["area2M2"];
	        this.company = source["company"];
	        this.sameSubdistrict = source["sameSubdistrict"];
	        this.crosses = source["crosses"];
	        this.from = source["from"];
	        this.to = source["to"];
	    }
	}
	export class EnclosingView {
	    gapM: number;
	    scattered: number;
	    possible: number;
	    rows: EnclosingRow[];
	    hasBarriers: boolean;
	    clause: domain.Clause;
	
	    static createFrom(source: any = {}) {
	        return new EnclosingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.gapM = source["gapM"];
	        this.scattered = source["scattered"];
	        this.possible = source["possible"];
	        this.rows = this.convertValues(source["rows"], EnclosingRow);
	        this.hasBarriers = source["hasBarriers"];
	        this.clause = this.convertValues(source["clause"], domain.Clause);
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
	export class EnrolAsk {
	    fid: number;
	    enrolledOn: string;
	    approvedOn: string;
	    acceptedOn: string;
	    cityGrant: string;
	    reason: string;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new EnrolAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.enrolledOn = source["enrolledOn"];
	        this.approvedOn = source["approvedOn"];
	        this.acceptedOn = source["acceptedOn"];
	        this.cityGrant = source["cityGrant"];
	        this.reason = source["reason"];
	        this.correction = source["correction"];
	    }
	}
	
	
	export class EstateFen {
	    fid: number;
	    name: string;
	    fen: number;
	
	    static createFrom(source: any = {}) {
	        return new EstateFen(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.fen = source["fen"];
	    }
	}
	export class Stay {
	    enrolledOn: string;
	    exitedOn: string;
	    ground: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Stay(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.enrolledOn = source["enrolledOn"];
	        this.exitedOn = source["exitedOn"];
	        this.ground = source["ground"];
	        this.text = source["text"];
	    }
	}
	export class EstateRecord {
	    fid: number;
	    id: string;
	    name: string;
	    approvedOn: string;
	    acceptedOn: string;
	    cityGrant: string;
	    meets: boolean;
	    missing: domain.Text[];
	    stage: string;
	    stays: Stay[];
	    agreements: AgreementRow[];
	    amounts: AmountRow[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new EstateRecord(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.approvedOn = source["approvedOn"];
	        this.acceptedOn = source["acceptedOn"];
	        this.cityGrant = source["cityGrant"];
	        this.meets = source["meets"];
	        this.missing = this.convertValues(source["missing"], domain.Text);
	        this.stage = source["stage"];
	        this.stays = this.convertValues(source["stays"], Stay);
	        this.agreements = this.convertValues(source["agreements"], AgreementRow);
	        this.amounts = this.convertValues(source["amounts"], AmountRow);
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
	export class ExitAsk {
	    fid: number;
	    exitedOn: string;
	    ground: string;
	    text: string;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new ExitAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.exitedOn = source["exitedOn"];
	        this.ground = source["ground"];
	        this.text = source["text"];
	        this.correction = source["correction"];
	    }
	}
	export class ExitStage {
	    key: string;
	    title: domain.Text;
	    clause: domain.Clause;
	    derived: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ExitStage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.derived = source["derived"];
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
	export class ExitStepAsk {
	    roundId: string;
	    fid: number;
	    key: string;
	    on: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ExitStepAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.key = source["key"];
	        this.on = source["on"];
	        this.text = source["text"];
	    }
	}
	export class ExitStepRow {
	    key: string;
	    on: string;
	    by: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ExitStepRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.on = source["on"];
	        this.by = source["by"];
	        this.text = source["text"];
	    }
	}
	export class RectifyKey {
	    fid: number;
	    item: string;
	
	    static createFrom(source: any = {}) {
	        return new RectifyKey(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.item = source["item"];
	    }
	}
	export class LetterAsk {
	    kind: string;
	    companies: number[];
	
	    static createFrom(source: any = {}) {
	        return new LetterAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.companies = source["companies"];
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
	    baseMap: string;
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
	        this.baseMap = source["baseMap"];
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
	    year?: number;
	    lang: string;
	    columns: string[];
	    fids: number[];
	    map: MapAsk;
	    proxy?: ProxyAsk;
	    letter?: LetterAsk;
	    rectify?: RectifyAsk;
	    rows?: RectifyKey[];
	
	    static createFrom(source: any = {}) {
	        return new ExportAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.what = source["what"];
	        this.format = source["format"];
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.year = source["year"];
	        this.lang = source["lang"];
	        this.columns = source["columns"];
	        this.fids = source["fids"];
	        this.map = this.convertValues(source["map"], MapAsk);
	        this.proxy = this.convertValues(source["proxy"], ProxyAsk);
	        this.letter = this.convertValues(source["letter"], LetterAsk);
	        this.rectify = this.convertValues(source["rectify"], RectifyAsk);
	        this.rows = this.convertValues(source["rows"], RectifyKey);
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
	export class FieldFault {
	    column: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new FieldFault(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
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
	
	export class FindingAsk {
	    id: string;
	    fid: number;
	    roundId: string;
	    item: string;
	    foundOn: string;
	    dueOn: string;
	    description: string;
	    photo: string;
	    point: number[];
	
	    static createFrom(source: any = {}) {
	        return new FindingAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.fid = source["fid"];
	        this.roundId = source["roundId"];
	        this.item = source["item"];
	        this.foundOn = source["foundOn"];
	        this.dueOn = source["dueOn"];
	        this.description = source["description"];
	        this.photo = source["photo"];
	        this.point = source["point"];
	    }
	}
	export class FindingPlace {
	    fid: number;
	    name: string;
	    subdistrict: number;
	    distanceM: number;
	
	    static createFrom(source: any = {}) {
	        return new FindingPlace(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.distanceM = source["distanceM"];
	    }
	}
	export class FindingRow {
	    id: string;
	    fid: number;
	    estate: string;
	    subdistrict: number;
	    company: number;
	    roundId: string;
	    item: string;
	    name: string;
	    side: string;
	    party: domain.Text;
	    foundOn: string;
	    dueOn: string;
	    resolvedOn: string;
	    status: string;
	    daysLeft: number;
	    description: string;
	    photo: string;
	    note: string;
	    by: string;
	    onMap: boolean;
	    lon: number;
	    lat: number;
	    hasPlace: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FindingRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.fid = source["fid"];
	        this.estate = source["estate"];
	        this.subdistrict = source["subdistrict"];
	        this.company = source["company"];
	        this.roundId = source["roundId"];
	        this.item = source["item"];
	        this.name = source["name"];
	        this.side = source["side"];
	        this.party = this.convertValues(source["party"], domain.Text);
	        this.foundOn = source["foundOn"];
	        this.dueOn = source["dueOn"];
	        this.resolvedOn = source["resolvedOn"];
	        this.status = source["status"];
	        this.daysLeft = source["daysLeft"];
	        this.description = source["description"];
	        this.photo = source["photo"];
	        this.note = source["note"];
	        this.by = source["by"];
	        this.onMap = source["onMap"];
	        this.lon = source["lon"];
	        this.lat = source["lat"];
	        this.hasPlace = source["hasPlace"];
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
	export class FindingSums {
	    total: number;
	    open: number;
	    overdue: number;
	    resolved: number;
	    late: number;
	    rate: number;
	
	    static createFrom(source: any = {}) {
	        return new FindingSums(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.open = source["open"];
	        this.overdue = source["overdue"];
	        this.resolved = source["resolved"];
	        this.late = source["late"];
	        this.rate = source["rate"];
	    }
	}
	export class FindingsAsk {
	    on: string;
	
	    static createFrom(source: any = {}) {
	        return new FindingsAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.on = source["on"];
	    }
	}
	export class FindingsStepAsk {
	    ids: string[];
	    action: string;
	    on: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new FindingsStepAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ids = source["ids"];
	        this.action = source["action"];
	        this.on = source["on"];
	        this.note = source["note"];
	    }
	}
	export class FindingsView {
	    on: string;
	    sums: FindingSums;
	    rows: FindingRow[];
	
	    static createFrom(source: any = {}) {
	        return new FindingsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.on = source["on"];
	        this.sums = this.convertValues(source["sums"], FindingSums);
	        this.rows = this.convertValues(source["rows"], FindingRow);
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
	
	export class TopResult {
	    roundId: string;
	    roundName: string;
	    fid: number;
	    name: string;
	    rank: number;
	
	    static createFrom(source: any = {}) {
	        return new TopResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.rank = source["rank"];
	    }
	}
	export class FundUseRow {
	    id: string;
	    on: string;
	    kind: string;
	    fid: number;
	    name: string;
	    roundId: string;
	    roundName: string;
	    fen: number;
	    later: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FundUseRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.on = source["on"];
	        this.kind = source["kind"];
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.fen = source["fen"];
	        this.later = source["later"];
	    }
	}
	export class FundIncome {
	    month: string;
	    company: number;
	    fen: number;
	    status: string;
	    timing: string;
	    roundId: string;
	
	    static createFrom(source: any = {}) {
	        return new FundIncome(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.month = source["month"];
	        this.company = source["company"];
	        this.fen = source["fen"];
	        this.status = source["status"];
	        this.timing = source["timing"];
	        this.roundId = source["roundId"];
	    }
	}
	export class FundDetail {
	    subdistrict: string;
	    index: number;
	    confirmedFen: number;
	    proposedFen: number;
	    usedFen: number;
	    balanceFen: number;
	    income: FundIncome[];
	    uses: FundUseRow[];
	    top: TopResult[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new FundDetail(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.subdistrict = source["subdistrict"];
	        this.index = source["index"];
	        this.confirmedFen = source["confirmedFen"];
	        this.proposedFen = source["proposedFen"];
	        this.usedFen = source["usedFen"];
	        this.balanceFen = source["balanceFen"];
	        this.income = this.convertValues(source["income"], FundIncome);
	        this.uses = this.convertValues(source["uses"], FundUseRow);
	        this.top = this.convertValues(source["top"], TopResult);
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
	export class FundUseAsk {
	    subdistrict: string;
	    on: string;
	    kind: string;
	    fid: number;
	    roundId: string;
	    amount: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new FundUseAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.subdistrict = source["subdistrict"];
	        this.on = source["on"];
	        this.kind = source["kind"];
	        this.fid = source["fid"];
	        this.roundId = source["roundId"];
	        this.amount = source["amount"];
	        this.reason = source["reason"];
	    }
	}
	export class FundUsePreview {
	    refusals: FieldFault[];
	    balanceBefore: number;
	    balanceAfter: number;
	
	    static createFrom(source: any = {}) {
	        return new FundUsePreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.refusals = this.convertValues(source["refusals"], FieldFault);
	        this.balanceBefore = source["balanceBefore"];
	        this.balanceAfter = source["balanceAfter"];
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
	
	export class FundsView {
	    roundId: string;
	    asOf: string;
	    funds: FundDetail[];
	    confirmedFen: number;
	    usedFen: number;
	    balanceFen: number;
	    proposedFen: number;
	
	    static createFrom(source: any = {}) {
	        return new FundsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.funds = this.convertValues(source["funds"], FundDetail);
	        this.confirmedFen = source["confirmedFen"];
	        this.usedFen = source["usedFen"];
	        this.balanceFen = source["balanceFen"];
	        this.proposedFen = source["proposedFen"];
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
	
	
	
	
	
	export class HeatAsk {
	    of: string;
	    by: RectifyAsk;
	    bandwidthM: number;
	    item: string;
	
	    static createFrom(source: any = {}) {
	        return new HeatAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.of = source["of"];
	        this.by = this.convertValues(source["by"], RectifyAsk);
	        this.bandwidthM = source["bandwidthM"];
	        this.item = source["item"];
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
	export class HeatBand {
	    from: number;
	    to: number;
	    step: number;
	    label: domain.Text;
	    shape: number[][][][];
	
	    static createFrom(source: any = {}) {
	        return new HeatBand(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.step = source["step"];
	        this.label = this.convertValues(source["label"], domain.Text);
	        this.shape = source["shape"];
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
	export class HeatView {
	    of: string;
	    on: string;
	    bandwidthM: number;
	    cellM: number;
	    points: number;
	    left: number;
	    most: number;
	    unit: domain.Text;
	    bands: HeatBand[];
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new HeatView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.of = source["of"];
	        this.on = source["on"];
	        this.bandwidthM = source["bandwidthM"];
	        this.cellM = source["cellM"];
	        this.points = source["points"];
	        this.left = source["left"];
	        this.most = source["most"];
	        this.unit = this.convertValues(source["unit"], domain.Text);
	        this.bands = this.convertValues(source["bands"], HeatBand);
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
	export class InterviewAsk {
	    roundId: string;
	    fid: number;
	    level: number;
	    heldOn: string;
	    person: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new InterviewAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.level = source["level"];
	        this.heldOn = source["heldOn"];
	        this.person = source["person"];
	        this.text = source["text"];
	    }
	}
	export class InterviewRow {
	    roundId: string;
	    roundName: string;
	    roundOn: string;
	    fid: number;
	    estate: string;
	    subdistrict: number;
	    issuer: string;
	    company: number;
	    level: number;
	    legal: boolean;
	    person: string;
	    status: string;
	    heldOn: string;
	    by: string;
	    text: string;
	    clause: domain.Clause;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new InterviewRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.roundOn = source["roundOn"];
	        this.fid = source["fid"];
	        this.estate = source["estate"];
	        this.subdistrict = source["subdistrict"];
	        this.issuer = source["issuer"];
	        this.company = source["company"];
	        this.level = source["level"];
	        this.legal = source["legal"];
	        this.person = source["person"];
	        this.status = source["status"];
	        this.heldOn = source["heldOn"];
	        this.by = source["by"];
	        this.text = source["text"];
	        this.clause = this.convertValues(source["clause"], domain.Clause);
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
	export class InterviewsView {
	    roundId: string;
	    asOf: string;
	    year: number;
	    rows: InterviewRow[];
	    due: number;
	
	    static createFrom(source: any = {}) {
	        return new InterviewsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.year = source["year"];
	        this.rows = this.convertValues(source["rows"], InterviewRow);
	        this.due = source["due"];
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
	export class ItemRecord {
	    code: string;
	    name: string;
	    function: string;
	    responsible: string;
	    default: boolean;
	    changed: boolean;
	    used: number;
	
	    static createFrom(source: any = {}) {
	        return new ItemRecord(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	        this.function = source["function"];
	        this.responsible = source["responsible"];
	        this.default = source["default"];
	        this.changed = source["changed"];
	        this.used = source["used"];
	    }
	}
	export class ItemAsk {
	    item: ItemRecord;
	    remove: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ItemAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], ItemRecord);
	        this.remove = source["remove"];
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
	export class LedgerCounts {
	    open: number;
	    companies: number;
	    lostCompanies: number;
	    lostEstates: number;
	    interviewsDue: number;
	    level3: number;
	
	    static createFrom(source: any = {}) {
	        return new LedgerCounts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.open = source["open"];
	        this.companies = source["companies"];
	        this.lostCompanies = source["lostCompanies"];
	        this.lostEstates = source["lostEstates"];
	        this.interviewsDue = source["interviewsDue"];
	        this.level3 = source["level3"];
	    }
	}
	export class LedgerMeasure {
	    level: number;
	    status: string;
	    months: string[];
	    text: domain.Text;
	    short: domain.Text;
	    clause: domain.Clause;
	    fen: number;
	    scope: number;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new LedgerMeasure(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.status = source["status"];
	        this.months = source["months"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.short = this.convertValues(source["short"], domain.Text);
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.fen = source["fen"];
	        this.scope = source["scope"];
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
	export class Reinspection {
	    roundId: string;
	    fid: number;
	    requestedOn: string;
	    requestedBy: string;
	    heldOn: string;
	    score: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Reinspection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.requestedOn = source["requestedOn"];
	        this.requestedBy = source["requestedBy"];
	        this.heldOn = source["heldOn"];
	        this.score = source["score"];
	        this.text = source["text"];
	    }
	}
	export class LedgerRow {
	    fid: number;
	    name: string;
	    subdistrict: number;
	    community: string;
	    company: number;
	    proxy: boolean;
	    rank: number;
	    rankFromBottom: number;
	    score: string;
	    run: number;
	    deductions: CardDeduction[];
	    total: string;
	    companyPoints: string;
	    share: number;
	    threshold: string;
	    derivedCause: string;
	    cause: string;
	    determination?: DeterminationRow;
	    earlier: DeterminationRow[];
	    confirmedLevel: number;
	    proposedLevel: number;
	    measures: LedgerMeasure[];
	    reinspections: Reinspection[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new LedgerRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.community = source["community"];
	        this.company = source["company"];
	        this.proxy = source["proxy"];
	        this.rank = source["rank"];
	        this.rankFromBottom = source["rankFromBottom"];
	        this.score = source["score"];
	        this.run = source["run"];
	        this.deductions = this.convertValues(source["deductions"], CardDeduction);
	        this.total = source["total"];
	        this.companyPoints = source["companyPoints"];
	        this.share = source["share"];
	        this.threshold = source["threshold"];
	        this.derivedCause = source["derivedCause"];
	        this.cause = source["cause"];
	        this.determination = this.convertValues(source["determination"], DeterminationRow);
	        this.earlier = this.convertValues(source["earlier"], DeterminationRow);
	        this.confirmedLevel = source["confirmedLevel"];
	        this.proposedLevel = source["proposedLevel"];
	        this.measures = this.convertValues(source["measures"], LedgerMeasure);
	        this.reinspections = this.convertValues(source["reinspections"], Reinspection);
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
	export class LedgerView {
	    roundId: string;
	    name: string;
	    heldOn: string;
	    scored: number;
	    bandSize: number;
	    rows: LedgerRow[];
	    open: number;
	    undecided: number;
	    closing?: ClosingView;
	    counts: LedgerCounts;
	
	    static createFrom(source: any = {}) {
	        return new LedgerView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.name = source["name"];
	        this.heldOn = source["heldOn"];
	        this.scored = source["scored"];
	        this.bandSize = source["bandSize"];
	        this.rows = this.convertValues(source["rows"], LedgerRow);
	        this.open = source["open"];
	        this.undecided = source["undecided"];
	        this.closing = this.convertValues(source["closing"], ClosingView);
	        this.counts = this.convertValues(source["counts"], LedgerCounts);
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
	
	export class LetterField {
	    name: string;
	    means: domain.Text;
	    row: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LetterField(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.means = this.convertValues(source["means"], domain.Text);
	        this.row = source["row"];
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
	export class LetterFile {
	    name: string;
	    file: string;
	
	    static createFrom(source: any = {}) {
	        return new LetterFile(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.file = source["file"];
	    }
	}
	export class LetterKind {
	    kind: string;
	    title: domain.Text;
	    own: boolean;
	    name: string;
	    changedOn: string;
	    changedBy: string;
	    fields: LetterField[];
	
	    static createFrom(source: any = {}) {
	        return new LetterKind(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.own = source["own"];
	        this.name = source["name"];
	        this.changedOn = source["changedOn"];
	        this.changedBy = source["changedBy"];
	        this.fields = this.convertValues(source["fields"], LetterField);
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
	export class LetterLine {
	    to: string;
	    issuer: string;
	    about: string;
	    fids: number[];
	    company: number;
	    level: number;
	    fen: number;
	    rows: number;
	
	    static createFrom(source: any = {}) {
	        return new LetterLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.to = source["to"];
	        this.issuer = source["issuer"];
	        this.about = source["about"];
	        this.fids = source["fids"];
	        this.company = source["company"];
	        this.level = source["level"];
	        this.fen = source["fen"];
	        this.rows = source["rows"];
	    }
	}
	export class LetterList {
	    roundId: string;
	    asOf: string;
	    lines: LetterLine[];
	    note: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new LetterList(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.lines = this.convertValues(source["lines"], LetterLine);
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
	export class LetterUse {
	    name: string;
	    place: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new LetterUse(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.place = this.convertValues(source["place"], domain.Text);
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
	export class LetterReport {
	    refusal: domain.Text;
	    usable: boolean;
	    used: LetterUse[];
	    unknown: LetterUse[];
	    misplaced: LetterUse[];
	    broken: LetterUse[];
	    missing: string[];
	    faults: domain.Text[];
	
	    static createFrom(source: any = {}) {
	        return new LetterReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.refusal = this.convertValues(source["refusal"], domain.Text);
	        this.usable = source["usable"];
	        this.used = this.convertValues(source["used"], LetterUse);
	        this.unknown = this.convertValues(source["unknown"], LetterUse);
	        this.misplaced = this.convertValues(source["misplaced"], LetterUse);
	        this.broken = this.convertValues(source["broken"], LetterUse);
	        this.missing = source["missing"];
	        this.faults = this.convertValues(source["faults"], domain.Text);
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
	export class LetterTemplateAsk {
	    kind: string;
	    name: string;
	    file: string;
	
	    static createFrom(source: any = {}) {
	        return new LetterTemplateAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.file = source["file"];
	    }
	}
	
	export class Level3 {
	    fid: number;
	    estate: string;
	    subdistrict: number;
	    issuer: string;
	    company: number;
	    roundId: string;
	    roundName: string;
	    heldOn: string;
	    rounds: string[];
	    status: string;
	    agreementSince: string;
	    agreementUntil: string;
	    steps: ExitStepRow[];
	    done: boolean;
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new Level3(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.estate = source["estate"];
	        this.subdistrict = source["subdistrict"];
	        this.issuer = source["issuer"];
	        this.company = source["company"];
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.heldOn = source["heldOn"];
	        this.rounds = source["rounds"];
	        this.status = source["status"];
	        this.agreementSince = source["agreementSince"];
	        this.agreementUntil = source["agreementUntil"];
	        this.steps = this.convertValues(source["steps"], ExitStepRow);
	        this.done = source["done"];
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
	export class Level3View {
	    roundId: string;
	    asOf: string;
	    cases: Level3[];
	    steps: ExitStage[];
	
	    static createFrom(source: any = {}) {
	        return new Level3View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.cases = this.convertValues(source["cases"], Level3);
	        this.steps = this.convertValues(source["steps"], ExitStage);
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
	export class LoadView {
	    estates: number;
	    households: number;
	    areaM2: number;
	
	    static createFrom(source: any = {}) {
	        return new LoadView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.estates = source["estates"];
	        this.households = source["households"];
	        this.areaM2 = source["areaM2"];
	    }
	}
	
	export class MatrixAsk {
	    roundId: string;
	    company: number;
	    subdistrict: number;
	    month: string;
	
	    static createFrom(source: any = {}) {
	        return new MatrixAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.company = source["company"];
	        this.subdistrict = source["subdistrict"];
	        this.month = source["month"];
	    }
	}
	export class MatrixCell {
	    status: string;
	    timing: string;
	    future: boolean;
	    confirmedFen: number;
	    clawbackFen: number;
	    proposedFen: number;
	    level: number;
	    roundId: string;
	
	    static createFrom(source: any = {}) {
	        return new MatrixCell(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.status = source["status"];
	        this.timing = source["timing"];
	        this.future = source["future"];
	        this.confirmedFen = source["confirmedFen"];
	        this.clawbackFen = source["clawbackFen"];
	        this.proposedFen = source["proposedFen"];
	        this.level = source["level"];
	        this.roundId = source["roundId"];
	    }
	}
	export class MatrixDetail {
	    company: number;
	    subdistrict: number;
	    month: string;
	    status: string;
	    timing: string;
	    level: number;
	    fen: number;
	    roundId: string;
	    roundName: string;
	    clause: domain.Clause;
	    estates: EstateFen[];
	    causes: EstateFen[];
	    reasons: domain.Reason[];
	
	    static createFrom(source: any = {}) {
	        return new MatrixDetail(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.subdistrict = source["subdistrict"];
	        this.month = source["month"];
	        this.status = source["status"];
	        this.timing = source["timing"];
	        this.level = source["level"];
	        this.fen = source["fen"];
	        this.roundId = source["roundId"];
	        this.roundName = source["roundName"];
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.estates = this.convertValues(source["estates"], EstateFen);
	        this.causes = this.convertValues(source["causes"], EstateFen);
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
	export class MatrixSums {
	    confirmedFen: number;
	    clawbackFen: number;
	    futureFen: number;
	    proposedFen: number;
	
	    static createFrom(source: any = {}) {
	        return new MatrixSums(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.confirmedFen = source["confirmedFen"];
	        this.clawbackFen = source["clawbackFen"];
	        this.futureFen = source["futureFen"];
	        this.proposedFen = source["proposedFen"];
	    }
	}
	export class MatrixRow {
	    company: number;
	    subdistrict: number;
	    cells: MatrixCell[];
	    parts: MatrixRow[];
	    sums: MatrixSums;
	
	    static createFrom(source: any = {}) {
	        return new MatrixRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.subdistrict = source["subdistrict"];
	        this.cells = this.convertValues(source["cells"], MatrixCell);
	        this.parts = this.convertValues(source["parts"], MatrixRow);
	        this.sums = this.convertValues(source["sums"], MatrixSums);
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
	
	export class MatrixView {
	    roundId: string;
	    asOf: string;
	    year: number;
	    years: number[];
	    month: number;
	    months: string[];
	    rows: MatrixRow[];
	    total: MatrixSums;
	
	    static createFrom(source: any = {}) {
	        return new MatrixView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.year = source["year"];
	        this.years = source["years"];
	        this.month = source["month"];
	        this.months = source["months"];
	        this.rows = this.convertValues(source["rows"], MatrixRow);
	        this.total = this.convertValues(source["total"], MatrixSums);
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
	export class MergeLine {
	    fid: number;
	    areaM2: number;
	    company: number;
	    scores: number;
	    fen: number;
	    overrides: number;
	    serves: number;
	
	    static createFrom(source: any = {}) {
	        return new MergeLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.areaM2 = source["areaM2"];
	        this.company = source["company"];
	        this.scores = source["scores"];
	        this.fen = source["fen"];
	        this.overrides = source["overrides"];
	        this.serves = source["serves"];
	    }
	}
	export class MergePreview {
	    areaM2: number;
	    parts: number;
	    joined: MergeLine[];
	    refused: domain.Text[];
	    closed: ClosedChange[];
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new MergePreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.areaM2 = source["areaM2"];
	        this.parts = source["parts"];
	        this.joined = this.convertValues(source["joined"], MergeLine);
	        this.refused = this.convertValues(source["refused"], domain.Text);
	        this.closed = this.convertValues(source["closed"], ClosedChange);
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
	
	
	export class NewEstate {
	    id: string;
	    name: string;
	    subdistrict: string;
	    community: string;
	    form: string;
	    shape: number[][][][];
	
	    static createFrom(source: any = {}) {
	        return new NewEstate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.community = source["community"];
	        this.form = source["form"];
	        this.shape = source["shape"];
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
	
	export class PayableMonth {
	    month: string;
	    payableFen: number[];
	    status: number[];
	    days: number[];
	    totalFen: number;
	    heldFen: number;
	
	    static createFrom(source: any = {}) {
	        return new PayableMonth(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.month = source["month"];
	        this.payableFen = source["payableFen"];
	        this.status = source["status"];
	        this.days = source["days"];
	        this.totalFen = source["totalFen"];
	        this.heldFen = source["heldFen"];
	    }
	}
	export class PayableView {
	    roundId: string;
	    asOf: string;
	    year: number;
	    months: PayableMonth[];
	    payableFen: number[];
	    confirmedFen: number[];
	    proposedFen: number[];
	    netFen: number[];
	
	    static createFrom(source: any = {}) {
	        return new PayableView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.year = source["year"];
	        this.months = this.convertValues(source["months"], PayableMonth);
	        this.payableFen = source["payableFen"];
	        this.confirmedFen = source["confirmedFen"];
	        this.proposedFen = source["proposedFen"];
	        this.netFen = source["netFen"];
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
	
	
	export class ProxyBin {
	    fromM: number;
	    toM: number;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new ProxyBin(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fromM = source["fromM"];
	        this.toM = source["toM"];
	        this.count = source["count"];
	    }
	}
	
	export class ProxyHostView {
	    fid: number;
	    name: string;
	    company: number;
	    distanceM: number;
	    gapM: number;
	    taken: boolean;
	    crosses: boolean;
	    passed: domain.Text;
	    from: number[];
	    to: number[];
	
	    static createFrom(source: any = {}) {
	        return new ProxyHostView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.company = source["company"];
	        this.distanceM = source["distanceM"];
	        this.gapM = source["gapM"];
	        this.taken = source["taken"];
	        this.crosses = source["crosses"];
	        this.passed = this.convertValues(source["passed"], domain.Text);
	        this.from = source["from"];
	        this.to = source["to"];
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
	export class ProxyRow {
	    fid: number;
	    status: string;
	    hostFid: number;
	    company: number;
	    distanceM: number;
	    present: number;
	    changed: boolean;
	    kept: boolean;
	    pinned: boolean;
	    locked: boolean;
	    invalid: boolean;
	    crosses: boolean;
	    nextFid: number;
	    nextCompany: number;
	    gapM: number;
	    cause: string;
	    why: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new ProxyRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.status = source["status"];
	        this.hostFid = source["hostFid"];
	        this.company = source["company"];
	        this.distanceM = source["distanceM"];
	        this.present = source["present"];
	        this.changed = source["changed"];
	        this.kept = source["kept"];
	        this.pinned = source["pinned"];
	        this.locked = source["locked"];
	        this.invalid = source["invalid"];
	        this.crosses = source["crosses"];
	        this.nextFid = source["nextFid"];
	        this.nextCompany = source["nextCompany"];
	        this.gapM = source["gapM"];
	        this.cause = source["cause"];
	        this.why = this.convertValues(source["why"], domain.Text);
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
	export class ProxyChoice {
	    row: ProxyRow;
	    name: string;
	    hosts: ProxyHostView[];
	
	    static createFrom(source: any = {}) {
	        return new ProxyChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = this.convertValues(source["row"], ProxyRow);
	        this.name = source["name"];
	        this.hosts = this.convertValues(source["hosts"], ProxyHostView);
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
	export class ProxyLoad {
	    company: number;
	    capacity: number;
	    before: LoadView;
	    after: LoadView;
	
	    static createFrom(source: any = {}) {
	        return new ProxyLoad(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.capacity = source["capacity"];
	        this.before = this.convertValues(source["before"], LoadView);
	        this.after = this.convertValues(source["after"], LoadView);
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
	
	export class ProxyProgress {
	    running: boolean;
	    done: number;
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new ProxyProgress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.running = source["running"];
	        this.done = source["done"];
	        this.total = source["total"];
	    }
	}
	export class ProxyProof {
	    candidates: number;
	    served: number;
	    kept: number;
	    totalM: number;
	    boundM: number;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new ProxyProof(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.candidates = source["candidates"];
	        this.served = source["served"];
	        this.kept = source["kept"];
	        this.totalM = source["totalM"];
	        this.boundM = source["boundM"];
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
	
	export class ProxyTotals {
	    estates: number;
	    served: number;
	    unserved: number;
	    changed: number;
	    overridden: number;
	    other: number;
	    totalM: number;
	    worstM: number;
	    meanM: number;
	    overCapacity: number;
	
	    static createFrom(source: any = {}) {
	        return new ProxyTotals(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.estates = source["estates"];
	        this.served = source["served"];
	        this.unserved = source["unserved"];
	        this.changed = source["changed"];
	        this.overridden = source["overridden"];
	        this.other = source["other"];
	        this.totalM = source["totalM"];
	        this.worstM = source["worstM"];
	        this.meanM = source["meanM"];
	        this.overCapacity = source["overCapacity"];
	    }
	}
	export class ProxyRunView {
	    ask: ProxyAsk;
	    asOf: string;
	    rows: ProxyRow[];
	    total: ProxyTotals;
	    loads: ProxyLoad[];
	    bins: ProxyBin[];
	    proof?: ProxyProof;
	    links: ProxyLink[];
	    text: domain.Text;
	    clause: domain.Clause;
	    hasBarriers: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ProxyRunView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ask = this.convertValues(source["ask"], ProxyAsk);
	        this.asOf = source["asOf"];
	        this.rows = this.convertValues(source["rows"], ProxyRow);
	        this.total = this.convertValues(source["total"], ProxyTotals);
	        this.loads = this.convertValues(source["loads"], ProxyLoad);
	        this.bins = this.convertValues(source["bins"], ProxyBin);
	        this.proof = this.convertValues(source["proof"], ProxyProof);
	        this.links = this.convertValues(source["links"], ProxyLink);
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.hasBarriers = source["hasBarriers"];
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
	export class QualityAsk {
	    rounds: number;
	
	    static createFrom(source: any = {}) {
	        return new QualityAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rounds = source["rounds"];
	    }
	}
	export class QualityChange {
	    fid: number;
	    name: string;
	    before: number[][][][];
	    after: number[][][][];
	    beforeM2: number;
	    afterM2: number;
	
	    static createFrom(source: any = {}) {
	        return new QualityChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.before = source["before"];
	        this.after = source["after"];
	        this.beforeM2 = source["beforeM2"];
	        this.afterM2 = source["afterM2"];
	    }
	}
	export class QualityChoice {
	    key: string;
	    repair: string;
	
	    static createFrom(source: any = {}) {
	        return new QualityChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.repair = source["repair"];
	    }
	}
	export class QualityShape {
	    fid: number;
	    name: string;
	    shape: number[][][][];
	
	    static createFrom(source: any = {}) {
	        return new QualityShape(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.shape = source["shape"];
	    }
	}
	export class QualityRow {
	    key: string;
	    kind: string;
	    fids: number[];
	    lon: number;
	    lat: number;
	    box: number[];
	    size: number;
	    text: domain.Text;
	    repairs: quality.Repair[];
	
	    static createFrom(source: any = {}) {
	        return new QualityRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.fids = source["fids"];
	        this.lon = source["lon"];
	        this.lat = source["lat"];
	        this.box = source["box"];
	        this.size = source["size"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.repairs = this.convertValues(source["repairs"], quality.Repair);
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
	export class QualityDetail {
	    row: QualityRow;
	    facts: quality.Fact[];
	    clause?: domain.Clause;
	    shapes: QualityShape[];
	    ground: number[][][][];
	
	    static createFrom(source: any = {}) {
	        return new QualityDetail(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = this.convertValues(source["row"], QualityRow);
	        this.facts = this.convertValues(source["facts"], quality.Fact);
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.shapes = this.convertValues(source["shapes"], QualityShape);
	        this.ground = source["ground"];
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
	export class QualityKind {
	    key: string;
	    group: string;
	    name: domain.Text;
	    rule: domain.Text;
	    unit: domain.Text;
	    count: number;
	    repairable: number;
	    note: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new QualityKind(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.group = source["group"];
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.rule = this.convertValues(source["rule"], domain.Text);
	        this.unit = this.convertValues(source["unit"], domain.Text);
	        this.count = source["count"];
	        this.repairable = source["repairable"];
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
	export class QualityPreview {
	    lines: quality.Line[];
	    shapes: QualityChange[];
	    consequence: Consequence;
	
	    static createFrom(source: any = {}) {
	        return new QualityPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lines = this.convertValues(source["lines"], quality.Line);
	        this.shapes = this.convertValues(source["shapes"], QualityChange);
	        this.consequence = this.convertValues(source["consequence"], Consequence);
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
	export class QualityProgress {
	    running: boolean;
	    done: number;
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new QualityProgress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.running = source["running"];
	        this.done = source["done"];
	        this.total = source["total"];
	    }
	}
	
	
	export class QualityText {
	    key: string;
	    name: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new QualityText(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = this.convertValues(source["name"], domain.Text);
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
	export class QualityView {
	    version: string;
	    asOf: string;
	    rounds: number;
	    total: number;
	    groups: QualityText[];
	    kinds: QualityKind[];
	
	    static createFrom(source: any = {}) {
	        return new QualityView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.asOf = source["asOf"];
	        this.rounds = source["rounds"];
	        this.total = source["total"];
	        this.groups = this.convertValues(source["groups"], QualityText);
	        this.kinds = this.convertValues(source["kinds"], QualityKind);
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
	
	export class RectifyClass {
	    key: string;
	    text: domain.Text;
	    means: domain.Text;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyClass(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.means = this.convertValues(source["means"], domain.Text);
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
	export class RectifyEstate {
	    fid: number;
	    name: string;
	    subdistrict: number;
	    community: string;
	    company: number;
	    burden: number;
	    scored: number;
	    occurrences: number;
	    scoredIn: boolean[];
	    points: number[];
	    cluster: string;
	    z: number;
	    p: number;
	    q: number;
	    lisa: string;
	    lisaI: number;
	    lisaP: number;
	    trend: string;
	    trendP: number;
	    course: string;
	    ranks: number[];
	    lon: number;
	    lat: number;
	    onMap: boolean;
	    rows: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyEstate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.name = source["name"];
	        this.subdistrict = source["subdistrict"];
	        this.community = source["community"];
	        this.company = source["company"];
	        this.burden = source["burden"];
	        this.scored = source["scored"];
	        this.occurrences = source["occurrences"];
	        this.scoredIn = source["scoredIn"];
	        this.points = source["points"];
	        this.cluster = source["cluster"];
	        this.z = source["z"];
	        this.p = source["p"];
	        this.q = source["q"];
	        this.lisa = source["lisa"];
	        this.lisaI = source["lisaI"];
	        this.lisaP = source["lisaP"];
	        this.trend = source["trend"];
	        this.trendP = source["trendP"];
	        this.course = source["course"];
	        this.ranks = source["ranks"];
	        this.lon = source["lon"];
	        this.lat = source["lat"];
	        this.onMap = source["onMap"];
	        this.rows = source["rows"];
	    }
	}
	export class RectifyGroup {
	    index: number;
	    name: string;
	    listed: number;
	    done: number;
	    recheck: number;
	    overdue: number;
	    rate: number;
	    findings: number;
	    resolved: number;
	    overdueFindings: number;
	    findingRate: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.index = source["index"];
	        this.name = source["name"];
	        this.listed = source["listed"];
	        this.done = source["done"];
	        this.recheck = source["recheck"];
	        this.overdue = source["overdue"];
	        this.rate = source["rate"];
	        this.findings = source["findings"];
	        this.resolved = source["resolved"];
	        this.overdueFindings = source["overdueFindings"];
	        this.findingRate = source["findingRate"];
	    }
	}
	export class RectifyHit {
	    listed: number;
	    occurrences: number;
	    estates: number;
	    points: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyHit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.listed = source["listed"];
	        this.occurrences = source["occurrences"];
	        this.estates = source["estates"];
	        this.points = source["points"];
	    }
	}
	export class RectifyItem {
	    code: string;
	    name: string;
	    side: string;
	    listed: number;
	    frequent: number;
	    prone: number;
	    done: number;
	    overdue: number;
	    occurrences: number;
	    estates: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	        this.side = source["side"];
	        this.listed = source["listed"];
	        this.frequent = source["frequent"];
	        this.prone = source["prone"];
	        this.done = source["done"];
	        this.overdue = source["overdue"];
	        this.occurrences = source["occurrences"];
	        this.estates = source["estates"];
	    }
	}
	
	export class RectifyMatrix {
	    items: string[];
	    subdistricts: number[];
	    cells: RectifyHit[];
	
	    static createFrom(source: any = {}) {
	        return new RectifyMatrix(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.items = source["items"];
	        this.subdistricts = source["subdistricts"];
	        this.cells = this.convertValues(source["cells"], RectifyHit);
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
	export class RectifyMonth {
	    month: number;
	    rounds: number;
	    scored: number;
	    company: number;
	    locality: number;
	    perHundred: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyMonth(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.month = source["month"];
	        this.rounds = source["rounds"];
	        this.scored = source["scored"];
	        this.company = source["company"];
	        this.locality = source["locality"];
	        this.perHundred = source["perHundred"];
	    }
	}
	export class RectifyParty {
	    side: string;
	    party: domain.Text;
	    company: number;
	    contact: string;
	    listed: number;
	    done: number;
	    recheck: number;
	    overdue: number;
	    fids: number[];
	
	    static createFrom(source: any = {}) {
	        return new RectifyParty(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.side = source["side"];
	        this.party = this.convertValues(source["party"], domain.Text);
	        this.company = source["company"];
	        this.contact = source["contact"];
	        this.listed = source["listed"];
	        this.done = source["done"];
	        this.recheck = source["recheck"];
	        this.overdue = source["overdue"];
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
	export class RectifyProgress {
	    running: boolean;
	    done: number;
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyProgress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.running = source["running"];
	        this.done = source["done"];
	        this.total = source["total"];
	    }
	}
	export class RectifyRound {
	    id: string;
	    name: string;
	    heldOn: string;
	    kind: string;
	    inWindow: boolean;
	    scored: number;
	    company: number;
	    locality: number;
	    points: number;
	    findings: number;
	    again: number;
	    fresh: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyRound(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.heldOn = source["heldOn"];
	        this.kind = source["kind"];
	        this.inWindow = source["inWindow"];
	        this.scored = source["scored"];
	        this.company = source["company"];
	        this.locality = source["locality"];
	        this.points = source["points"];
	        this.findings = source["findings"];
	        this.again = source["again"];
	        this.fresh = source["fresh"];
	    }
	}
	export class RectifyRow {
	    estate: number;
	    fid: number;
	    item: string;
	    name: string;
	    in: boolean[];
	    occurrences: number;
	    scored: number;
	    frequent: boolean;
	    prone: boolean;
	    side: string;
	    party: domain.Text;
	    company: number;
	    contact: string;
	    status: string;
	    recurred: boolean;
	    source: string;
	    dueOn: string;
	    daysLeft: number;
	    note: string;
	    by: string;
	    stepOn: string;
	    steps: number;
	    lastSeen: string;
	    findings: number;
	    openFindings: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.estate = source["estate"];
	        this.fid = source["fid"];
	        this.item = source["item"];
	        this.name = source["name"];
	        this.in = source["in"];
	        this.occurrences = source["occurrences"];
	        this.scored = source["scored"];
	        this.frequent = source["frequent"];
	        this.prone = source["prone"];
	        this.side = source["side"];
	        this.party = this.convertValues(source["party"], domain.Text);
	        this.company = source["company"];
	        this.contact = source["contact"];
	        this.status = source["status"];
	        this.recurred = source["recurred"];
	        this.source = source["source"];
	        this.dueOn = source["dueOn"];
	        this.daysLeft = source["daysLeft"];
	        this.note = source["note"];
	        this.by = source["by"];
	        this.stepOn = source["stepOn"];
	        this.steps = source["steps"];
	        this.lastSeen = source["lastSeen"];
	        this.findings = source["findings"];
	        this.openFindings = source["openFindings"];
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
	export class RectifyStep {
	    number: number;
	    round: string;
	    status: string;
	    dueOn: string;
	    on: string;
	    by: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new RectifyStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.round = source["round"];
	        this.status = source["status"];
	        this.dueOn = source["dueOn"];
	        this.on = source["on"];
	        this.by = source["by"];
	        this.note = source["note"];
	    }
	}
	export class RectifyStepAsk {
	    fid: number;
	    item: string;
	    status: string;
	    dueOn: string;
	    note: string;
	    on: string;
	
	    static createFrom(source: any = {}) {
	        return new RectifyStepAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.item = source["item"];
	        this.status = source["status"];
	        this.dueOn = source["dueOn"];
	        this.note = source["note"];
	        this.on = source["on"];
	    }
	}
	export class RectifySums {
	    listed: number;
	    estates: number;
	    frequent: number;
	    prone: number;
	    both: number;
	    open: number;
	    recheck: number;
	    done: number;
	    overdue: number;
	    dueSoon: number;
	    noDue: number;
	    unscored: number;
	    unscoredFids: number[];
	
	    static createFrom(source: any = {}) {
	        return new RectifySums(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.listed = source["listed"];
	        this.estates = source["estates"];
	        this.frequent = source["frequent"];
	        this.prone = source["prone"];
	        this.both = source["both"];
	        this.open = source["open"];
	        this.recheck = source["recheck"];
	        this.done = source["done"];
	        this.overdue = source["overdue"];
	        this.dueSoon = source["dueSoon"];
	        this.noDue = source["noDue"];
	        this.unscored = source["unscored"];
	        this.unscoredFids = source["unscoredFids"];
	    }
	}
	export class RectifyTimes {
	    times: number;
	    company: number;
	    locality: number;
	
	    static createFrom(source: any = {}) {
	        return new RectifyTimes(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.times = source["times"];
	        this.company = source["company"];
	        this.locality = source["locality"];
	    }
	}
	export class RectifyView {
	    roundId: string;
	    asOf: string;
	    on: string;
	    window: number;
	    kinds: string[];
	    bandM: number;
	    bandGiven: boolean;
	    bandCapped: boolean;
	    sums: RectifySums;
	    rounds: RectifyRound[];
	    estates: RectifyEstate[];
	    rows: RectifyRow[];
	    items: RectifyItem[];
	    subdistricts: RectifyGroup[];
	    companies: RectifyGroup[];
	    parties: RectifyParty[];
	    matrix: RectifyMatrix;
	    months: RectifyMonth[];
	    times: RectifyTimes[];
	    clusters: RectifyClass[];
	    lisa: RectifyClass[];
	    courses: RectifyClass[];
	    findings: FindingSums;
	    log: domain.Text[];
	
	    static createFrom(source: any = {}) {
	        return new RectifyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.asOf = source["asOf"];
	        this.on = source["on"];
	        this.window = source["window"];
	        this.kinds = source["kinds"];
	        this.bandM = source["bandM"];
	        this.bandGiven = source["bandGiven"];
	        this.bandCapped = source["bandCapped"];
	        this.sums = this.convertValues(source["sums"], RectifySums);
	        this.rounds = this.convertValues(source["rounds"], RectifyRound);
	        this.estates = this.convertValues(source["estates"], RectifyEstate);
	        this.rows = this.convertValues(source["rows"], RectifyRow);
	        this.items = this.convertValues(source["items"], RectifyItem);
	        this.subdistricts = this.convertValues(source["subdistricts"], RectifyGroup);
	        this.companies = this.convertValues(source["companies"], RectifyGroup);
	        this.parties = this.convertValues(source["parties"], RectifyParty);
	        this.matrix = this.convertValues(source["matrix"], RectifyMatrix);
	        this.months = this.convertValues(source["months"], RectifyMonth);
	        this.times = this.convertValues(source["times"], RectifyTimes);
	        this.clusters = this.convertValues(source["clusters"], RectifyClass);
	        this.lisa = this.convertValues(source["lisa"], RectifyClass);
	        this.courses = this.convertValues(source["courses"], RectifyClass);
	        this.findings = this.convertValues(source["findings"], FindingSums);
	        this.log = this.convertValues(source["log"], domain.Text);
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
	
	export class ReinspectionAsk {
	    roundId: string;
	    fid: number;
	    requestedOn: string;
	    requestedBy: string;
	    heldOn: string;
	    score: string;
	    text: string;
	    remove: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReinspectionAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.roundId = source["roundId"];
	        this.fid = source["fid"];
	        this.requestedOn = source["requestedOn"];
	        this.requestedBy = source["requestedBy"];
	        this.heldOn = source["heldOn"];
	        this.score = source["score"];
	        this.text = source["text"];
	        this.remove = source["remove"];
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
	export class ScenarioChange {
	    fid: number;
	    aCompany: number;
	    bCompany: number;
	    aM: number;
	    bM: number;
	
	    static createFrom(source: any = {}) {
	        return new ScenarioChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fid = source["fid"];
	        this.aCompany = source["aCompany"];
	        this.bCompany = source["bCompany"];
	        this.aM = source["aM"];
	        this.bM = source["bM"];
	    }
	}
	export class ScenarioLoad {
	    company: number;
	    a: LoadView;
	    b: LoadView;
	
	    static createFrom(source: any = {}) {
	        return new ScenarioLoad(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.company = source["company"];
	        this.a = this.convertValues(source["a"], LoadView);
	        this.b = this.convertValues(source["b"], LoadView);
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
	export class ScenarioSide {
	    id: string;
	    name: domain.Text;
	    total: ProxyTotals;
	
	    static createFrom(source: any = {}) {
	        return new ScenarioSide(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.total = this.convertValues(source["total"], ProxyTotals);
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
	export class ScenarioDiff {
	    a: ScenarioSide;
	    b: ScenarioSide;
	    changes: ScenarioChange[];
	    loads: ScenarioLoad[];
	
	    static createFrom(source: any = {}) {
	        return new ScenarioDiff(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.a = this.convertValues(source["a"], ScenarioSide);
	        this.b = this.convertValues(source["b"], ScenarioSide);
	        this.changes = this.convertValues(source["changes"], ScenarioChange);
	        this.loads = this.convertValues(source["loads"], ScenarioLoad);
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
	
	
	export class ScenarioView {
	    id: string;
	    name: string;
	    note: string;
	    madeBy: string;
	    madeOn: string;
	    ask: ProxyAsk;
	    total: ProxyTotals;
	    text: domain.Text;
	    stale: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ScenarioView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.note = source["note"];
	        this.madeBy = source["madeBy"];
	        this.madeOn = source["madeOn"];
	        this.ask = this.convertValues(source["ask"], ProxyAsk);
	        this.total = this.convertValues(source["total"], ProxyTotals);
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.stale = source["stale"];
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
	
	export class SettingAsk {
	    name: string;
	    value: string;
	    reset: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SettingAsk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.value = source["value"];
	        this.reset = source["reset"];
	    }
	}
	export class SettingRow {
	    name: string;
	    title: domain.Text;
	    help: domain.Text;
	    clause: domain.Clause;
	    kind: string;
	    unit: domain.Text;
	    choices: Choice[];
	    range: domain.Text;
	    default: string;
	    value: string;
	    stated: boolean;
	    results: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SettingRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.help = this.convertValues(source["help"], domain.Text);
	        this.clause = this.convertValues(source["clause"], domain.Clause);
	        this.kind = source["kind"];
	        this.unit = this.convertValues(source["unit"], domain.Text);
	        this.choices = this.convertValues(source["choices"], Choice);
	        this.range = this.convertValues(source["range"], domain.Text);
	        this.default = source["default"];
	        this.value = source["value"];
	        this.stated = source["stated"];
	        this.results = source["results"];
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
	
	
	
	export class SplitPreview {
	    keptM2: number;
	    partedM2: number;
	    parted: number[][][][];
	    text: domain.Text;
	    fault: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new SplitPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.keptM2 = source["keptM2"];
	        this.partedM2 = source["partedM2"];
	        this.parted = source["parted"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.fault = this.convertValues(source["fault"], domain.Text);
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
	
	
	
	export class WizardAnswer {
	    key: string;
	    value: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardAnswer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.value = source["value"];
	    }
	}
	export class WizardCell {
	    shown: string;
	    stored: string;
	    read: string;
	    state: string;
	    number: boolean;
	    span: number;
	
	    static createFrom(source: any = {}) {
	        return new WizardCell(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shown = source["shown"];
	        this.stored = source["stored"];
	        this.read = source["read"];
	        this.state = source["state"];
	        this.number = source["number"];
	        this.span = source["span"];
	    }
	}
	export class WizardShapeColumn {
	    field: string;
	    column: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardShapeColumn(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.column = source["column"];
	    }
	}
	export class WizardShapeChoice {
	    encoding: string;
	    layer: string;
	    system: string;
	    datum: string;
	    columns: WizardShapeColumn[];
	
	    static createFrom(source: any = {}) {
	        return new WizardShapeChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.encoding = source["encoding"];
	        this.layer = source["layer"];
	        this.system = source["system"];
	        this.datum = source["datum"];
	        this.columns = this.convertValues(source["columns"], WizardShapeColumn);
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
	export class WizardEdit {
	    row: number;
	    column: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardEdit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = source["row"];
	        this.column = source["column"];
	        this.text = source["text"];
	    }
	}
	export class WizardRound {
	    key: string;
	    id: string;
	    name: string;
	    kind: string;
	    heldOn: string;
	    skip: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardRound(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.heldOn = source["heldOn"];
	        this.skip = source["skip"];
	    }
	}
	export class WizardMapping {
	    column: number;
	    field: string;
	    round: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardMapping(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.column = source["column"];
	        this.field = source["field"];
	        this.round = source["round"];
	    }
	}
	export class WizardChoice {
	    encoding: string;
	    separator: string;
	    sheet: string;
	    headerRow: number;
	    table: string;
	    columns: WizardMapping[];
	    rounds: WizardRound[];
	    answers: WizardAnswer[];
	    cells: WizardEdit[];
	    skipped: number[];
	    taken: number[];
	    revoked: string[];
	    skipBad: boolean;
	    shapes: WizardShapeChoice;
	    correction: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.encoding = source["encoding"];
	        this.separator = source["separator"];
	        this.sheet = source["sheet"];
	        this.headerRow = source["headerRow"];
	        this.table = source["table"];
	        this.columns = this.convertValues(source["columns"], WizardMapping);
	        this.rounds = this.convertValues(source["rounds"], WizardRound);
	        this.answers = this.convertValues(source["answers"], WizardAnswer);
	        this.cells = this.convertValues(source["cells"], WizardEdit);
	        this.skipped = source["skipped"];
	        this.taken = source["taken"];
	        this.revoked = source["revoked"];
	        this.skipBad = source["skipBad"];
	        this.shapes = this.convertValues(source["shapes"], WizardShapeChoice);
	        this.correction = source["correction"];
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
	export class WizardColumn {
	    column: number;
	    letter: string;
	    heading: string;
	    field: string;
	    round: string;
	    how: string;
	    others: string[];
	
	    static createFrom(source: any = {}) {
	        return new WizardColumn(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.column = source["column"];
	        this.letter = source["letter"];
	        this.heading = source["heading"];
	        this.field = source["field"];
	        this.round = source["round"];
	        this.how = source["how"];
	        this.others = source["others"];
	    }
	}
	export class WizardTableCount {
	    table: string;
	    name: domain.Text;
	    added: number;
	    changed: number;
	    same: number;
	
	    static createFrom(source: any = {}) {
	        return new WizardTableCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.table = source["table"];
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.added = source["added"];
	        this.changed = source["changed"];
	        this.same = source["same"];
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
	export class WizardCounts {
	    tables: WizardTableCount[];
	    left: number;
	    faults: number;
	    questions: number;
	    repairs: number;
	
	    static createFrom(source: any = {}) {
	        return new WizardCounts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.tables = this.convertValues(source["tables"], WizardTableCount);
	        this.left = source["left"];
	        this.faults = source["faults"];
	        this.questions = source["questions"];
	        this.repairs = source["repairs"];
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
	export class WizardDone {
	    decided: Decided;
	    counts: WizardCounts;
	
	    static createFrom(source: any = {}) {
	        return new WizardDone(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.decided = this.convertValues(source["decided"], Decided);
	        this.counts = this.convertValues(source["counts"], WizardCounts);
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
	
	export class WizardRemedy {
	    label: domain.Text;
	    cells: WizardEdit[];
	    skip: number[];
	    columns: WizardMapping[];
	    enter: boolean;
	    row: number;
	    column: number;
	
	    static createFrom(source: any = {}) {
	        return new WizardRemedy(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = this.convertValues(source["label"], domain.Text);
	        this.cells = this.convertValues(source["cells"], WizardEdit);
	        this.skip = source["skip"];
	        this.columns = this.convertValues(source["columns"], WizardMapping);
	        this.enter = source["enter"];
	        this.row = source["row"];
	        this.column = source["column"];
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
	export class WizardFault {
	    key: string;
	    rows: number[];
	    column: number;
	    letter: string;
	    title: domain.Text;
	    text: domain.Text;
	    remedies: WizardRemedy[];
	
	    static createFrom(source: any = {}) {
	        return new WizardFault(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.rows = source["rows"];
	        this.column = source["column"];
	        this.letter = source["letter"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.remedies = this.convertValues(source["remedies"], WizardRemedy);
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
	export class WizardField {
	    key: string;
	    name: domain.Text;
	    needed: boolean;
	    many: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardField(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.needed = source["needed"];
	        this.many = source["many"];
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
	export class WizardFile {
	    id: string;
	    name: string;
	    size: number;
	    kind: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardFile(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.size = source["size"];
	        this.kind = source["kind"];
	    }
	}
	export class WizardSystem {
	    code: string;
	    name: domain.Text;
	    middle: number[];
	
	    static createFrom(source: any = {}) {
	        return new WizardSystem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.middle = source["middle"];
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
	export class WizardLayer {
	    name: string;
	    records: number;
	    kind: string;
	    areas: boolean;
	    fields: WizardShapeColumn[];
	    sure: boolean[];
	    rows: string[][];
	    encoding: string;
	    evidence: domain.Text;
	    system: string;
	    systemName: domain.Text;
	    basis: domain.Text;
	    swapped: boolean;
	    refused: domain.Text;
	    candidates: WizardSystem[];
	    degrees: number[];
	    notes: domain.Text[];
	
	    static createFrom(source: any = {}) {
	        return new WizardLayer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.records = source["records"];
	        this.kind = source["kind"];
	        this.areas = source["areas"];
	        this.fields = this.convertValues(source["fields"], WizardShapeColumn);
	        this.sure = source["sure"];
	        this.rows = source["rows"];
	        this.encoding = source["encoding"];
	        this.evidence = this.convertValues(source["evidence"], domain.Text);
	        this.system = source["system"];
	        this.systemName = this.convertValues(source["systemName"], domain.Text);
	        this.basis = this.convertValues(source["basis"], domain.Text);
	        this.swapped = source["swapped"];
	        this.refused = this.convertValues(source["refused"], domain.Text);
	        this.candidates = this.convertValues(source["candidates"], WizardSystem);
	        this.degrees = source["degrees"];
	        this.notes = this.convertValues(source["notes"], domain.Text);
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
	export class WizardLine {
	    row: number;
	    to: number;
	    kind: string;
	    cells: WizardCell[];
	
	    static createFrom(source: any = {}) {
	        return new WizardLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.row = source["row"];
	        this.to = source["to"];
	        this.kind = source["kind"];
	        this.cells = this.convertValues(source["cells"], WizardCell);
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
	
	export class WizardOption {
	    value: string;
	    label: domain.Text;
	    why: domain.Text;
	    query: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardOption(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.value = source["value"];
	        this.label = this.convertValues(source["label"], domain.Text);
	        this.why = this.convertValues(source["why"], domain.Text);
	        this.query = source["query"];
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
	export class WizardPart {
	    id: string;
	    name: string;
	    size: number;
	    at: number;
	    file: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.size = source["size"];
	        this.at = source["at"];
	        this.file = source["file"];
	    }
	}
	export class WizardQuestion {
	    key: string;
	    kind: string;
	    rows: number[];
	    column: number;
	    letter: string;
	    title: domain.Text;
	    options: WizardOption[];
	    answer: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardQuestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.rows = source["rows"];
	        this.column = source["column"];
	        this.letter = source["letter"];
	        this.title = this.convertValues(source["title"], domain.Text);
	        this.options = this.convertValues(source["options"], WizardOption);
	        this.answer = source["answer"];
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
	export class WizardReceived {
	    file: WizardFile;
	    received: number;
	
	    static createFrom(source: any = {}) {
	        return new WizardReceived(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = this.convertValues(source["file"], WizardFile);
	        this.received = source["received"];
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
	
	export class WizardRepair {
	    key: string;
	    rows: number[];
	    column: number;
	    letter: string;
	    text: domain.Text;
	    take: number[];
	    revoked: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardRepair(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.rows = source["rows"];
	        this.column = source["column"];
	        this.letter = source["letter"];
	        this.text = this.convertValues(source["text"], domain.Text);
	        this.take = source["take"];
	        this.revoked = source["revoked"];
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
	
	export class WizardRoundOption {
	    id: string;
	    name: string;
	    kind: string;
	    heldOn: string;
	    closed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardRoundOption(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.heldOn = source["heldOn"];
	        this.closed = source["closed"];
	    }
	}
	export class WizardRoundView {
	    key: string;
	    id: string;
	    name: string;
	    kind: string;
	    heldOn: string;
	    skip: boolean;
	    basis: domain.Text;
	    open: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WizardRoundView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.heldOn = source["heldOn"];
	        this.skip = source["skip"];
	        this.basis = this.convertValues(source["basis"], domain.Text);
	        this.open = source["open"];
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
	
	
	export class WizardShapeLine {
	    row: number;
	    column: string;
	    text: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new WizardShapeLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
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
	export class WizardShapes {
	    layers: WizardLayer[];
	    chosen: number;
	    systems: WizardSystem[];
	    datum: string;
	    fields: WizardField[];
	    faults: WizardShapeLine[];
	    notes: WizardShapeLine[];
	
	    static createFrom(source: any = {}) {
	        return new WizardShapes(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.layers = this.convertValues(source["layers"], WizardLayer);
	        this.chosen = source["chosen"];
	        this.systems = this.convertValues(source["systems"], WizardSystem);
	        this.datum = source["datum"];
	        this.fields = this.convertValues(source["fields"], WizardField);
	        this.faults = this.convertValues(source["faults"], WizardShapeLine);
	        this.notes = this.convertValues(source["notes"], WizardShapeLine);
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
	export class WizardSheet {
	    name: string;
	    hidden: boolean;
	    rows: number;
	    table: string;
	
	    static createFrom(source: any = {}) {
	        return new WizardSheet(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.hidden = source["hidden"];
	        this.rows = source["rows"];
	        this.table = source["table"];
	    }
	}
	
	export class WizardTable {
	    key: string;
	    name: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new WizardTable(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = this.convertValues(source["name"], domain.Text);
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
	
	export class WizardView {
	    file: WizardFile;
	    refused: domain.Text;
	    encoding: string;
	    encodings: string[];
	    separator: string;
	    sheet: string;
	    sheets: WizardSheet[];
	    title: string;
	    headerRow: number;
	    headerTop: number;
	    headers: number[];
	    table: string;
	    tables: WizardTable[];
	    wide: boolean;
	    fields: WizardField[];
	    columns: WizardColumn[];
	    remembered: boolean;
	    rounds: WizardRoundView[];
	    roundOptions: WizardRoundOption[];
	    lines: WizardLine[];
	    total: number;
	    faults: WizardFault[];
	    questions: WizardQuestion[];
	    repairs: WizardRepair[];
	    notes: domain.Text[];
	    counts: WizardCounts;
	    ready: boolean;
	    blocked: domain.Text;
	    closed: string[];
	    shapes?: WizardShapes;
	
	    static createFrom(source: any = {}) {
	        return new WizardView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = this.convertValues(source["file"], WizardFile);
	        this.refused = this.convertValues(source["refused"], domain.Text);
	        this.encoding = source["encoding"];
	        this.encodings = source["encodings"];
	        this.separator = source["separator"];
	        this.sheet = source["sheet"];
	        this.sheets = this.convertValues(source["sheets"], WizardSheet);
	        this.title = source["title"];
	        this.headerRow = source["headerRow"];
	        this.headerTop = source["headerTop"];
	        this.headers = source["headers"];
	        this.table = source["table"];
	        this.tables = this.convertValues(source["tables"], WizardTable);
	        this.wide = source["wide"];
	        this.fields = this.convertValues(source["fields"], WizardField);
	        this.columns = this.convertValues(source["columns"], WizardColumn);
	        this.remembered = source["remembered"];
	        this.rounds = this.convertValues(source["rounds"], WizardRoundView);
	        this.roundOptions = this.convertValues(source["roundOptions"], WizardRoundOption);
	        this.lines = this.convertValues(source["lines"], WizardLine);
	        this.total = source["total"];
	        this.faults = this.convertValues(source["faults"], WizardFault);
	        this.questions = this.convertValues(source["questions"], WizardQuestion);
	        this.repairs = this.convertValues(source["repairs"], WizardRepair);
	        this.notes = this.convertValues(source["notes"], domain.Text);
	        this.counts = this.convertValues(source["counts"], WizardCounts);
	        this.ready = source["ready"];
	        this.blocked = this.convertValues(source["blocked"], domain.Text);
	        this.closed = source["closed"];
	        this.shapes = this.convertValues(source["shapes"], WizardShapes);
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

export namespace quality {
	
	export class Fact {
	    name: domain.Text;
	    value: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Fact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.value = this.convertValues(source["value"], domain.Text);
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
	export class Line {
	    name: domain.Text;
	    before: domain.Text;
	    after: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Line(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = this.convertValues(source["name"], domain.Text);
	        this.before = this.convertValues(source["before"], domain.Text);
	        this.after = this.convertValues(source["after"], domain.Text);
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
	export class Repair {
	    id: string;
	    name: domain.Text;
	
	    static createFrom(source: any = {}) {
	        return new Repair(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = this.convertValues(source["name"], domain.Text);
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

