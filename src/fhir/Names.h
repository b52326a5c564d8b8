// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

/// The code systems and extensions that the app reads and writes. Those of HL7 as their specifications write them; our own stand under
/// core/Ids.h canonicalBase, which a test compares with these.
namespace handrail::fhir::names {

// HL7 FHIR R4 extensions.
inline constexpr std::string_view timeZoneCode = "http://hl7.org/fhir/StructureDefinition/tz-code";
inline constexpr std::string_view timeZone = "http://hl7.org/fhir/StructureDefinition/timezone";
inline constexpr std::string_view virtualService =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService";
inline constexpr std::string_view translation = "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr std::string_view ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
inline constexpr std::string_view itemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
inline constexpr std::string_view minValue = "http://hl7.org/fhir/StructureDefinition/minValue";
inline constexpr std::string_view maxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
inline constexpr std::string_view itemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
inline constexpr std::string_view sliderStep = "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue";
inline constexpr std::string_view optionExclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
inline constexpr std::string_view hidden = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
inline constexpr std::string_view unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
inline constexpr std::string_view unitOption = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
inline constexpr std::string_view choiceOrientation = "http://hl7.org/fhir/StructureDefinition/questionnaire-choiceOrientation";
inline constexpr std::string_view entryFormat = "http://hl7.org/fhir/StructureDefinition/entryFormat";
inline constexpr std::string_view minOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
inline constexpr std::string_view maxOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
inline constexpr std::string_view amended = "https://handrail.example/fhir/StructureDefinition/amended";
inline constexpr std::string_view regex = "http://hl7.org/fhir/StructureDefinition/regex";
inline constexpr std::string_view maxDecimalPlaces = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
inline constexpr std::string_view contactComment = "http://hl7.org/fhir/StructureDefinition/contactpoint-comment";

// HL7 Structured Data Capture (SDC).
inline constexpr std::string_view calculatedExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
inline constexpr std::string_view enableWhenExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";
inline constexpr std::string_view initialExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression";
inline constexpr std::string_view answerExpression =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression";
inline constexpr std::string_view minQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity";
inline constexpr std::string_view maxQuantity = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity";

// HL7 code systems.
inline constexpr std::string_view itemControlCodes = "http://hl7.org/fhir/questionnaire-item-control";
inline constexpr std::string_view sdcCodes = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp"; ///< Structured Data Capture, tasks

inline constexpr std::string_view roleCodes = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

// Ours.
inline constexpr std::string_view sessionKinds = "https://handrail.example/fhir/CodeSystem/session-kind";
inline constexpr std::string_view programs = "https://handrail.example/fhir/CodeSystem/program";
inline constexpr std::string_view carePlanKinds = "https://handrail.example/fhir/CodeSystem/careplan-kind";
inline constexpr std::string_view programPhases = "https://handrail.example/fhir/CodeSystem/program-phase";
inline constexpr std::string_view ourItemControls = "https://handrail.example/fhir/CodeSystem/item-control";
inline constexpr std::string_view yesNo = "https://handrail.example/fhir/CodeSystem/yes-no";
inline constexpr std::string_view contactPurposes = "https://handrail.example/fhir/CodeSystem/contact-purpose";
inline constexpr std::string_view flags = "https://handrail.example/fhir/CodeSystem/flag";
inline constexpr std::string_view messageKinds = "https://handrail.example/fhir/CodeSystem/message-kind";
inline constexpr std::string_view auditRoles = "https://handrail.example/fhir/CodeSystem/audit-role";
inline constexpr std::string_view teamRoles = "https://handrail.example/fhir/CodeSystem/team-role";
inline constexpr std::string_view familyRefusals = "https://handrail.example/fhir/CodeSystem/family-refusal";
inline constexpr std::string_view opensAt = "https://handrail.example/fhir/StructureDefinition/opens-at";
inline constexpr std::string_view shareScopes = "https://handrail.example/fhir/CodeSystem/share-scope";
inline constexpr std::string_view busyUntil = "https://handrail.example/fhir/StructureDefinition/busy-until";
inline constexpr std::string_view previousStart = "https://handrail.example/fhir/StructureDefinition/previous-start";
inline constexpr std::string_view aboutStart = "https://handrail.example/fhir/StructureDefinition/about-start";
inline constexpr std::string_view saidAt = "https://handrail.example/fhir/StructureDefinition/said-at";
inline constexpr std::string_view requestSeen = "https://handrail.example/fhir/StructureDefinition/request-seen";
inline constexpr std::string_view stepValue = "https://handrail.example/fhir/StructureDefinition/step-value";
inline constexpr std::string_view askWhen = "https://handrail.example/fhir/StructureDefinition/ask-when";
inline constexpr std::string_view monitoring = "https://handrail.example/fhir/StructureDefinition/monitoring";
inline constexpr std::string_view reviewDate = "https://handrail.example/fhir/StructureDefinition/review-date";
inline constexpr std::string_view hours = "https://handrail.example/fhir/StructureDefinition/hours";

} // namespace handrail::fhir::names
