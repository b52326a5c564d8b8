// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What the sample clinic says in Spanish too. Not yet reviewed by a clinical translator.

#include "clinic/sample/SampleClinicJson.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace handrail::clinic::sample {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Pair {
    QStringView english;
    QStringView spanish;
};

// Roles name the work and not a man or a woman.
constexpr std::array<Pair, 27> pairs{{
    {u"Counselor", u"Consejería"},
    {u"Peer guide", u"Guía de apoyo mutuo"},
    {u"Prescriber", u"Atención médica"},
    {u"Teacher", u"Enseñanza"},
    {u"Guide", u"Guía"},
    {u"Evening program", u"Programa de la noche"},
    {u"IOP phase", u"Fase intensiva"},
    {u"Step-down", u"Transición"},
    {u"Aftercare", u"Seguimiento"},
    {u"Evening group", u"Grupo de la noche"},
    {u"Aftercare group", u"Grupo de seguimiento"},
    {u"Coping skills class", u"Clase de técnicas"},
    {u"Family session", u"Sesión familiar"},
    {u"Medication visit", u"Cita de medicinas"},
    {u"How your program works", u"Cómo funciona tu programa"},
    {u"How the brain heals", u"Cómo se recupera el cerebro"},
    {u"Triggers and urges", u"Lo que despierta las ganas"},
    {u"Medicine that helps", u"Medicinas que ayudan"},
    {u"Sleep and healing", u"Dormir y recuperarse"},
    {u"Food and moving", u"Comer y moverse"},
    {u"Mood and mind", u"El ánimo y la mente"},
    {u"Talking and trust", u"Hablar y confiar"},
    {u"Gentle yoga", u"Yoga suave"},
    {u"Quiet sitting", u"Un rato en silencio"},
    {u"Drawing hour", u"Hora de dibujo"},
    {u"Your mood, this week", u"Tu ánimo, esta semana"},
    {u"Worry, this week", u"Las preocupaciones, esta semana"},
}};

QString inSpanish(const QString &words)
{
    constexpr QStringView alone = u"One-on-one with ";
    if (words.startsWith(alone))
        return u"Sesión individual con " + words.mid(alone.size());
    const auto *found = std::find_if(pairs.begin(), pairs.end(), [&words](const Pair &pair) { return pair.english == words; });
    return found == pairs.end() ? QString() : found->spanish.toString();
}

} // namespace

void say(QJsonObject &made, QLatin1String key, const QString &words)
{
    made.insert(key, words);
    const QString spanish = inSpanish(words);
    if (spanish.isEmpty())
        return;
    const QJsonObject translation = object({{"url"_L1, u"http://hl7.org/fhir/StructureDefinition/translation"_s},
                                            {"extension"_L1,
                                             list({object({{"url"_L1, u"lang"_s}, {"valueCode"_L1, u"es"_s}}),
                                                   object({{"url"_L1, u"content"_s}, {"valueString"_L1, spanish}})})}});
    made.insert(QString(u'_' + key), object({{"extension"_L1, list({translation})}}));
}

} // namespace handrail::clinic::sample
