#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
//
// Writes elements.txt from HL7's machine-readable FHIR R4 (4.0.1) definitions, which are in the public domain (CC0):
//   node generate.mjs DIR > elements.txt
// DIR holds profiles-resources.json, profiles-types.json and valuesets.json of the specification's "definitions.json" download.
// One line is one element; TypeTable.h says how it reads.
import { readFileSync } from 'node:fs';

const resources = `Appointment AppointmentResponse Binary CarePlan CareTeam Communication CommunicationRequest Condition Consent
  DocumentReference Encounter EpisodeOfCare Flag Goal HealthcareService Library Location Medication MedicationRequest
  MedicationStatement Observation Organization Patient Person Practitioner PractitionerRole Questionnaire QuestionnaireResponse
  RelatedPerson Task`.split(/\s+/);
const read = name => JSON.parse(readFileSync(`${process.argv[2]}/${name}.json`, 'utf8')).entry.map(entry => entry.resource);
const definitions = new Map([...read('profiles-types'), ...read('profiles-resources')]
  .filter(r => r.resourceType === 'StructureDefinition').map(r => [r.name, r]));
const values = new Map(read('valuesets').map(r => [r.url, r]));
const tail = url => url.split('/').pop();

function codes(url) {
  const set = values.get(url.split('|')[0]);
  if (!set?.compose || set.compose.exclude) return null;
  const found = [];
  for (const include of set.compose.include) {
    if (include.filter || include.valueSet) return null;
    const walk = list => list.forEach(c => { found.push(c.code); walk(c.concept ?? []); });
    if (include.concept) { walk(include.concept); continue; }
    const system = values.get(include.system);
    if (system?.resourceType !== 'CodeSystem' || system.content !== 'complete') return null;
    walk(system.concept ?? []);
  }
  return found.length && found.length <= 60 && found.every(c => /^\S+$/.test(c)) ? found : null;
}

const wanted = [...resources], done = new Set();
const lines = ['# SPDX-FileCopyrightText: 2026 The Handrail authors', '# SPDX-License-Identifier: MPL-2.0',
  '# Made by generate.mjs from the FHIR R4 (4.0.1) definitions (CC0). Do not edit.'];
while (wanted.length) {
  const name = wanted.shift();
  if (done.has(name)) continue;
  done.add(name);
  const definition = definitions.get(name);
  const elements = definition.snapshot.element;
  const groups = new Map([[name, []]]);
  for (const element of elements.slice(1)) {
    const cut = element.path.lastIndexOf('.'), parent = element.path.slice(0, cut), key = element.path.slice(cut + 1);
    if (['id', 'extension', 'modifierExtension'].includes(key)) continue;
    if (definition.kind === 'resource' && parent === name && ['implicitRules', 'language', 'text', 'contained'].includes(key)) continue;
    if (name === 'Meta' && !['versionId', 'lastUpdated', 'source', 'profile', 'security', 'tag'].includes(key)) continue;
    if (!groups.has(parent)) groups.set(parent, []);
    let types;
    if (element.contentReference) types = '@' + element.contentReference.slice(1);
    else if (elements.some(e => e.path.startsWith(element.path + '.'))) types = '@' + element.path;
    else {
      const list = [...new Set((element.type ?? []).map(t => tail(t.code)))];
      for (const t of list) if (definitions.get(t)?.kind === 'complex-type' && !done.has(t)) wanted.push(t);
      types = list.join('|');
    }
    let line = ` ${key} ${element.min}..${element.max} ${types}`;
    const targets = [...new Set((element.type ?? []).filter(t => t.code === 'Reference').flatMap(t => t.targetProfile ?? []).map(tail))];
    if (targets.length && !targets.includes('Resource')) line += ` >${targets.join('|')}`;
    const bound = types === 'code' && element.binding?.strength === 'required' && codes(element.binding.valueSet);
    if (bound) line += ` =${bound.join('|')}`;
    groups.get(parent).push(line);
  }
  for (const [path, list] of groups) lines.push(path, ...list);
}
console.log(lines.join('\n'));
