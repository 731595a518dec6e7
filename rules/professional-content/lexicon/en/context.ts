/** Somebody else's words, or words about words: reports, training, moderation. */
export const reported = `
  (he|she|they|who|customer|client|caller|user|patient|guest|someone|somebody|tenant|driver|passenger|colleague) (said|says|wrote|writes|told|shouted|yelled|screamed|called|keeps calling)
  (called|calling|calls|call) (me|him|her|us|them|people|someone|somebody|our|my|the), (was|were|been|being|got) called
  verbatim, quote, quoted, quoting, transcript, screenshot, screenshots, complaint, complaints, complained
  the word, the words, the term, the phrase, profanity, swear words, swearword, slur, slurs, insult, insults, insulted, offensive, abusive
  harassment, bullying, discrimination, moderation, moderator, moderators, moderate, flagged, filter, blocklist, blacklist, wordlist, banned words, test case, test string, classifier, dataset
  training, workshop, awareness, policy, investigation, grievance, disciplinary, incident report, HR case, tribunal, witness, reported by, reported that, allegation, allegedly
`;

/** The trade itself: who it is for, and the papers it makes. */
export const business = `
  client, clients, customer, customers, supplier, suppliers, vendor, vendors, prospect, prospects, lead, leads, retailer, reseller, resellers, merchant, partners
  invoice, invoices, quotation, purchase order, PO, tender, tenders, RFP, RFQ, procurement, contract, contracts, SLA, KPI, KPIs, ticket number, jira, backlog, sprint, roadmap, release, deploy, deployed, deployment, staging, production, prod, merge, pull request, PR, branch, API, endpoint, database, schema, config, dashboard, user story, user research, feature, QA
  brief, deliverable, deliverables, milestone, campaign, campaigns, landing page, banner, copy deck, media plan, spec, specs, wireframe, wireframes, mockup, mockups, prototype
  account manager, case study, market study, market share, revenue, turnover, forecast, margin, sales team, sales figures, stock, inventory, SKU, warehouse, shipment, audit, compliance, regulator, regulation, regulatory, legal team, statement of work, kickoff, stakeholders, project plan
`;
