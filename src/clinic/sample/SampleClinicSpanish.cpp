// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// What the sample clinic says in Spanish too. Not yet reviewed by a clinical translator.

#include "clinic/sample/SampleClinicJson.h"

#include <QStringList>
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
constexpr auto pairs = std::to_array<Pair>({
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
    {u"Alumni evening", u"Noche de exalumnos"},
    {u"Weekly check-in", u"Registro de la semana"},
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
    {u"Worry, this week", u"Inquietud, esta semana"},
    {u"Monday to Friday, 9 to 5", u"de lunes a viernes, de 9 a 5"},
    {u"Hi Maya. Thursday’s topic is weekends. Bring one plan you like.",
     u"Hola, Maya. El tema del jueves es el fin de semana. Trae un plan que te guste."},
    {u"Okay. Can we talk about my cousin’s party too?", u"Bueno. ¿Podemos hablar también de la fiesta de mi prima?"},
    {u"Yes. Let’s plan for the party together on Friday.", u"Sí. Preparemos la fiesta juntas el viernes."},
    {u"Text me before you call. I pick up when I can.", u"Escríbeme antes de llamar. Contesto cuando puedo."},
    {u"If I go quiet, ask “Do you want company?” and stay with me.",
     u"Si me quedo callada, pregunta «¿Quieres compañía?» y quédate conmigo."},
    {u"Drive me home on Thursday nights.", u"Llévame a casa los jueves por la noche."},
    {u"New: a quiet room is open before each evening group, from 5:30 pm.",
     u"Nuevo: hay una sala tranquila antes de cada grupo de la noche, desde las 5:30 pm."},
    {u"Getting to know your program", u"Conocer tu programa"},
    {u"What sets off an urge", u"Qué despierta las ganas"},
    {u"A day with a plan", u"Un día con plan"},
    {u"Riding out an urge", u"Dejar pasar las ganas"},
    {u"Thoughts, feelings, acts", u"Pensar, sentir, actuar"},
    {u"Who is in my corner", u"Quién está de mi lado"},
    {u"Early signs to notice", u"Primeras señales"},
    {u"Saying no, your way", u"Decir que no, a tu manera"},
    {u"Sleep, food and rest", u"Dormir, comer y descansar"},
    {u"Getting through weekends", u"Pasar el fin de semana"},
    {u"When anger comes", u"Cuando llega el enojo"},
    {u"Being honest, step by step", u"Ser sincero, paso a paso"},
    {u"Feeling low, and what helps", u"El desánimo, y lo que ayuda"},
    {u"Holidays and parties", u"Fiestas y días festivos"},
    {u"Worry and the body", u"La preocupación y el cuerpo"},
    {u"Mending trust", u"Recuperar la confianza"},
    {u"Work, money and stress", u"Trabajo, dinero y estrés"},
    {u"Time on my own", u"Tiempo a solas"},
    {u"Old places, new plans", u"Lugares de antes, planes nuevos"},
    {u"What I like to do now", u"Lo que me gusta hacer ahora"},
    {u"After a hard day", u"Después de un día difícil"},
    {u"Helping without carrying", u"Ayudar sin cargar con todo"},
    {u"My plan for the next months", u"Mi plan para los próximos meses"},
    {u"Looking back, looking on", u"Mirar atrás y adelante"},
    {u"Five senses", u"Cinco sentidos"},
    {u"Slow breathing", u"Respirar despacio"},
    {u"Delay and decide", u"Esperar y decidir"},
    {u"A kind voice", u"Una voz amable"},
    {u"Worry time", u"La hora de preocuparse"},
    {u"Play it forward", u"Pensar en lo que sigue"},
    {u"Ask for help", u"Pedir ayuda"},
    {u"Plan for a hard day", u"Un plan para un día difícil"},
    {u"Water or a snack, if you like", u"Agua o algo de comer, si quieres"},
    {u"Just you. You don’t have to talk.", u"Solo tú. No tienes que hablar."},
    {u"Clothes you can move in", u"Ropa cómoda para moverte"},
    {u"Sleep through most nights", u"Dormir bien casi todas las noches"},
    {u"Sunday dinner with Rosa again", u"Volver a cenar con Rosa los domingos"},
    {u"A way to get through Fridays", u"Una manera de pasar los viernes"},
    {u"Ask for help before it gets hard", u"Pedir ayuda antes de que se ponga difícil"},
    {u"Be home for dinner", u"Estar en casa para la cena"},
    {u"Walk a little each day", u"Caminar un poco cada día"},
    {u"A calm start to the day", u"Empezar el día con calma"},
    {u"Find work that fits", u"Encontrar un trabajo a mi medida"},
    {u"Phone stays in the kitchen", u"El teléfono se queda en la cocina"},
    {u"Tea, no coffee after noon", u"Té, sin café después del mediodía"},
    {u"Call her on Wednesdays", u"Llamarla los miércoles"},
    {u"Come to the family session", u"Venir a la sesión familiar"},
    {u"Plan Friday with James", u"Planear el viernes con James"},
    {u"Pick one small thing for this week", u"Elegir algo pequeño para esta semana"},
    {u"Monday to Friday, 8 am to 9 pm", u"De lunes a viernes, de 8 am a 9 pm"},
    {u"On call 24 hours", u"Atiende las 24 horas"},
});

QString inSpanish(const QString &words)
{
    // A list of things: all of it, or none.
    if (words.contains(u'\n')) {
        QStringList lines = words.split(u'\n');
        for (QString &line : lines) {
            line = inSpanish(line);
            if (line.isEmpty())
                return {};
        }
        return lines.join(u'\n');
    }
    constexpr QStringView workbook = u"Your workbook, pages ";
    if (words.startsWith(workbook))
        return u"Tu cuaderno, páginas " + words.mid(workbook.size());
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
    made.insert(QString(u'_' + key), object({{"extension"_L1, list({translation(u"es"_s, spanish)})}}));
}

} // namespace handrail::clinic::sample
