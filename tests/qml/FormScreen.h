// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "FormBench.h"
#include "PageScreen.h"
#include "view/QmlTypes.h"

namespace handrail::test {

/// One page of the forms' or the check-in's.
class FormScreen : protected PageScreen
{
protected:
    void begin()
    {
        m_bench = std::make_unique<test::FormBench>();
        NavigatorSingleton::instance = &m_navigator;
        m_navigator.setEntry(Navigator::Today, true, false);
        FormSingleton::instance = &m_bench->form;
        SafetySingleton::instance = &m_bench->safety;
        CheckInSingleton::instance = &m_bench->checkIn;
        openEngine();
    }
    void end()
    {
        closeEngine();
        m_bench.reset();
    }
    void open(const char *file, const char *module = "Forms") { PageScreen::open(file, module); }

    std::unique_ptr<test::FormBench> m_bench;
    Navigator m_navigator;
};

} // namespace handrail::test
